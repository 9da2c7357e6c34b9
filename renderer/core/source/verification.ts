/** What reading an evidence file again, and hashing it, says of it. */
export type Verification =
  | { readonly kind: 'same'; readonly sha256: string }
  | { readonly kind: 'differs'; readonly expected: string; readonly found: string }
  | { readonly kind: 'gone'; readonly reason: string };
