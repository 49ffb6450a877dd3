"""The documents made from the code: a module each, with a function `page` that gives the document's text."""
