package dev.releaseledger.app.evidence.report.pdf;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/** The sections of a report, beside its pages. */
final class Bookmarks {

  private final PDDocumentOutline outline = new PDDocumentOutline();

  void add(String title, PDPage page, float below) {
    PDPageXYZDestination place = new PDPageXYZDestination();
    place.setPage(page);
    place.setTop((int) below + 30);
    PDOutlineItem item = new PDOutlineItem();
    item.setTitle(title);
    item.setDestination(place);
    outline.addLast(item);
  }

  void addTo(PDDocument document) {
    document.getDocumentCatalog().setDocumentOutline(outline);
    document.getDocumentCatalog().setPageMode(PageMode.USE_OUTLINES);
  }
}
