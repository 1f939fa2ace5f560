package dev.releaseledger.app.evidence.report.pdf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;

/**
 * What the pieces of a document are, for whoever has it read aloud or taken apart: headings, lists,
 * and the rows and cells of tables (ISO 32000-1, 14.7 and 14.8).
 */
final class Tags {

  private static final COSName PARENT_TREE = COSName.getPDFName("ParentTree");
  private static final COSName NUMBERS = COSName.getPDFName("Nums");

  private final PDStructureTreeRoot root = new PDStructureTreeRoot();
  private final Deque<PDStructureElement> open = new ArrayDeque<>();
  private final List<PDPage> pages = new ArrayList<>();
  private final Map<PDPage, List<PDStructureElement>> marked = new HashMap<>();

  Tags() {
    PDStructureElement all = new PDStructureElement("Document", root);
    root.appendKid(all);
    open.push(all);
  }

  /** A new element within the one that is open. */
  PDStructureElement make(String type) {
    PDStructureElement parent = open.element();
    PDStructureElement made = new PDStructureElement(type, parent);
    parent.appendKid(made);
    return made;
  }

  /** A new cell that is the head of its column or of its row. */
  PDStructureElement makeHead(String scope) {
    PDStructureElement head = make("TH");
    PDTableAttributeObject attribute = new PDTableAttributeObject();
    attribute.setScope(scope);
    head.addAttribute(attribute);
    return head;
  }

  /** What is written now belongs to this element. */
  void within(PDStructureElement element, Runnable writing) {
    open.push(element);
    writing.run();
    open.pop();
  }

  /** What is written now belongs to a new element. */
  void within(String type, Runnable writing) {
    within(make(type), writing);
  }

  /** The number of a piece on a page, which is of the element that is open. */
  int mark(PDPage page) {
    List<PDStructureElement> owners =
        marked.computeIfAbsent(
            page,
            added -> {
              added.setStructParents(pages.size());
              pages.add(added);
              return new ArrayList<>();
            });
    PDMarkedContentReference piece = new PDMarkedContentReference();
    piece.setPage(page);
    piece.setMCID(owners.size());
    open.element().appendKid(piece);
    owners.add(open.element());
    return owners.size() - 1;
  }

  /** Hands the structure to the document. */
  void addTo(PDDocument document) {
    COSArray numbers = new COSArray();
    for (int i = 0; i < pages.size(); i++) {
      COSArray owners = new COSArray();
      marked.getOrDefault(pages.get(i), List.of()).forEach(it -> owners.add(it.getCOSObject()));
      numbers.add(COSInteger.get(i));
      numbers.add(owners);
    }
    COSDictionary tree = new COSDictionary();
    tree.setItem(NUMBERS, numbers);
    root.getCOSObject().setItem(PARENT_TREE, tree);
    root.setParentTreeNextKey(pages.size());
    document.getDocumentCatalog().setStructureTreeRoot(root);
    PDMarkInfo info = new PDMarkInfo();
    info.setMarked(true);
    document.getDocumentCatalog().setMarkInfo(info);
  }
}
