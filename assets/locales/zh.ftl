app-name = 柳城阅览

# Reader
reader-close = 关闭
reader-contents = 目录
reader-copy = 复制
reader-show-in-table = 看表中行
