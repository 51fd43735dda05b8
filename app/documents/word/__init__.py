"""Word-processor files (Office Open XML, ECMA-376): what every document of that kind needs."""
