app-name = Liucheng Viewer

# Reader
reader-close = Close
reader-contents = Contents
reader-copy = Copy
reader-show-in-table = Show in table
