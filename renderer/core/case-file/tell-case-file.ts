import { caseFileNames, caseFileType } from './case-facts.ts';
import { sealedMagic } from './sealed-format.ts';

/** As many bytes as {@link tellCaseFile} looks at. */
export const tellingBytes = 256;

/** What kind of case file begins with these bytes; undefined where none does. */
export function tellCaseFile(head: Uint8Array): 'open' | 'sealed' | undefined {
  if (sealedMagic.every((byte, at) => head[at] === byte)) return 'sealed';
  // The first entry of the zip, its name and content uncompressed (APPNOTE 4.3.7).
  if (head.length < 30 || new TextDecoder().decode(head.subarray(0, 4)) !== 'PK\u0003\u0004') {
    return undefined;
  }
  const view = new DataView(head.buffer, head.byteOffset);
  const nameBytes = view.getUint16(26, true);
  const contentAt = 30 + nameBytes + view.getUint16(28, true);
  const name = new TextDecoder('latin1').decode(head.subarray(30, 30 + nameBytes));
  const type = new TextDecoder('latin1').decode(
    head.subarray(contentAt, contentAt + caseFileType.length),
  );
  return name === caseFileNames.type && type === caseFileType ? 'open' : undefined;
}
