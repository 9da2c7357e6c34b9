// What the WebAssembly module of the scanner offers: see core/decode/json-scanner.ts.
export {
  hadSpace,
  skipColon,
  skipSpace,
  skipString,
  skipValue,
  stop,
  stoppedAt,
  stoppedFor,
} from './json-text.ts';
export { scanRecord } from './members.ts';
export {
  forgetTexts,
  numberBehind,
  numberTexts,
  rememberBehind,
  rememberText,
  wantTexts,
} from './text-numbers.ts';
export {
  endsAt,
  escapedAt,
  mostTables,
  scratch,
  spare,
  tableAt,
  textsAt,
  tree,
  window,
} from './layout.ts';
