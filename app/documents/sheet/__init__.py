"""The sheet: sets text of any script on A4 pages; the base that the files of documents/ build on."""
