"""How the tree becomes a Word file: the template, the XML of its body, and the settled zip."""
