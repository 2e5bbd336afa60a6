app-name = 柳城阅览
