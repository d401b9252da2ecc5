"""Tables: files of any program are read into rows of texts, before anything is understood."""
