CREATE ACCESS METHOD heaped TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE t (a integer);
CREATE TABLE u (a integer) USING heaped;
