app-name = Liucheng Viewer
