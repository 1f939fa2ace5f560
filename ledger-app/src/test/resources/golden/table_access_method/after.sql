CREATE ACCESS METHOD heaped TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE t (a integer) USING heaped;
CREATE TABLE u (a integer);
CREATE TABLE fresh (a integer) USING heaped;
