package dev.releaseledger.app.evidence.report.pdf;

import dev.releaseledger.app.evidence.report.page.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** Writes a document so that nothing in the file depends on when and where it is written. */
final class FixedFile {

  private FixedFile() {}

  static byte[] of(PDDocument document, Page page) throws IOException {
    describe(document, page);
    // Fonts are cut to what is used while a file is written, and compressed then. What a zlib
    // makes of them differs from one to the next, so the file is written once more without it.
    byte[] compressed = written(document, page);
    try (PDDocument again = Loader.loadPDF(compressed)) {
      for (COSObjectKey key : again.getDocument().getXrefTable().keySet()) {
        COSObject object = again.getDocument().getObjectFromPool(key);
        if (object.getObject() instanceof COSStream stream) {
          expand(stream);
        }
      }
      return written(again, page);
    }
  }

  private static void describe(PDDocument document, Page page) {
    PDDocumentInformation about = new PDDocumentInformation();
    Calendar asOf = GregorianCalendar.from(page.asOf().atZone(ZoneOffset.UTC));
    about.setTitle(page.title());
    about.setSubject(page.running());
    about.setCreator("Release Ledger");
    about.setProducer("Release Ledger");
    about.setCreationDate(asOf);
    about.setModificationDate(asOf);
    document.setDocumentInformation(about);
    document.getDocumentCatalog().setLanguage("en");
    PDViewerPreferences shown = new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
    shown.setDisplayDocTitle(true);
    document.getDocumentCatalog().setViewerPreferences(shown);
  }

  private static void expand(COSStream stream) throws IOException {
    COSBase filter = stream.getDictionaryObject(COSName.FILTER);
    if (filter == null) {
      return;
    }
    byte[] content;
    try (var in = stream.createInputStream()) {
      content = in.readAllBytes();
    }
    stream.removeItem(COSName.FILTER);
    try (OutputStream out = stream.createOutputStream()) {
      out.write(content);
    }
  }

  private static byte[] written(PDDocument document, Page page) throws IOException {
    // The id of the file is made from this number instead of from the time.
    document.setDocumentId((long) page.title().hashCode());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out, CompressParameters.NO_COMPRESSION);
    return out.toByteArray();
  }
}
