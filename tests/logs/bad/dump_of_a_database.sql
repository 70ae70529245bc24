INSERT INTO `holds` (`date`, `side`, `seconds`, `pain`) VALUES ('2026-03-02', 'left', 45, 3), ('2026-03-02', 'right', 41, 2);
