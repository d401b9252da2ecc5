"""Charts in SVG: plain numbers become markup with classes for colours."""
