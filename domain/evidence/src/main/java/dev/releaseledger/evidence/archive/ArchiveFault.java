package dev.releaseledger.evidence.archive;

/** Why an archive, or a name in one, is refused. */
public enum ArchiveFault {
  ARCHIVE_TOO_LARGE("the archive is larger than the limit"),
  FILE_TOO_LARGE("a file is larger than the limit"),
  CONTENT_TOO_LARGE("the files together are larger than the limit"),
  TOO_MANY_FILES("there are more files than the limit"),
  NOT_AN_ARCHIVE("there is no end record"),
  TRAILING_BYTES("there are bytes behind the end record"),
  COMMENT("there is a comment"),
  SEVERAL_DISKS("the archive is one of several, or claims another number of files"),
  DIRECTORY_MISPLACED("the directory is not between the files and the end record"),
  DIRECTORY_DAMAGED("the directory does not have the files it claims"),
  NAME_EMPTY("a name, or a part of one, is empty"),
  NAME_TOO_LONG("a name is longer than 200 characters"),
  NAME_ABSOLUTE("a name starts at a root"),
  NAME_BACKSLASH("a name has a backslash"),
  NAME_ESCAPES("a name leads out of the folder"),
  NAME_UNUSUAL("a name has characters that are not letters, digits or one of . _ - + @"),
  NAME_DUPLICATE("two names are the same, or are on a disk that ignores case"),
  NAME_IS_FOLDER("a name is that of a folder of another"),
  NAME_OUT_OF_ORDER("the names are not in order"),
  ENCRYPTED("a file is encrypted"),
  DATA_DESCRIPTOR("a size stands behind its file"),
  FLAGS("a file has flags"),
  COMPRESSED("a file is compressed"),
  EXTRA_FIELD("a file has an extra field"),
  ATTRIBUTES("a file has attributes, such as those of a link"),
  OVERLAP("two files share bytes"),
  GAP("there are bytes that belong to no file"),
  HEADERS_DIFFER("the header at the file is not as in the directory"),
  CHECKSUM("a file does not have its checksum"),
  NOT_CANONICAL("the same files, written anew, give other bytes");

  private final String sentence;

  ArchiveFault(String sentence) {
    this.sentence = sentence;
  }

  /** What is wrong, for people. */
  public String sentence() {
    return sentence;
  }
}
