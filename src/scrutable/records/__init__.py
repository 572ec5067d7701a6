"""What is recorded whole, by a key, under one event: how every app refuses, keeps and reads it."""
