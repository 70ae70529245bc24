-- SQLite dump
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE settings (k TEXT, v TEXT);
INSERT INTO settings VALUES('target_s','90');
CREATE TABLE hip_balance (id INTEGER PRIMARY KEY AUTOINCREMENT, began TEXT, side TEXT, seconds REAL, pain INTEGER, note TEXT);
INSERT INTO hip_balance VALUES(1,'2026-05-14 07:10:00','left',44.0,3,NULL),(2,'2026-05-14 07:13:00','right',52.5,3,'d''accord');
-- another day
INSERT INTO hip_balance (began, side, seconds) VALUES('2026-05-15 07:08:00','left',46);
CREATE INDEX i ON hip_balance (began);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('hip_balance',3);
COMMIT;
