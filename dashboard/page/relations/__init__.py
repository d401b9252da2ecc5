"""The views of the relations as markup, one module for each row of ``RELATIONS``."""
