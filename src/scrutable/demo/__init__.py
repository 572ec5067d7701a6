"""The invented council and the published one."""
