import { BrowserWindow } from 'electron';
import { compactPdf } from './compact-pdf.ts';

/**
 * Prints a self-contained page as A4 PDF, tagged, with an outline of its headings, the title above
 * and "page x of y" below. The page runs no script and loads nothing.
 */
export async function printPdf(url: string, title: string): Promise<Uint8Array> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, javascript: false, spellcheck: false },
  });
  try {
    await window.loadURL(url);
    const pdf = await window.webContents.printToPDF({
      pageSize: 'A4',
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      displayHeaderFooter: true,
      headerTemplate: marginLine(escapeHtml(title)),
      footerTemplate: marginLine(
        'page <span class="pageNumber"></span> of <span class="totalPages"></span>',
      ),
    });
    return compactPdf(pdf);
  } finally {
    window.destroy();
  }
}

// Margin lines get no styles of the page, and their text has no size unless it is given here.
function marginLine(html: string): string {
  const style =
    'font: 8px "Liberation Sans", "Helvetica Neue", Arial, "Noto Sans CJK JP", sans-serif; color: #555; width: 100%; padding: 0 16mm; text-align: right;';
  return `<div style='${style}'>${html}</div>`;
}

/** Text as HTML: a case's name is whatever its folder was called. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
