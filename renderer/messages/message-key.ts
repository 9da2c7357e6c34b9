import type { english } from './english.ts';

type Catalogue = typeof english;
type Room = keyof Catalogue;

/** A message that depends on a count is one entry for each plural of its language. */
type WithoutPlural<Entry> = Entry extends `${infer Name}_${'one' | 'other'}` ? Name : Entry;

/** A message by its room and name: `window.newCase`. */
export type MessageKey = {
  [R in Room]: `${R}.${EntryOf<R>}`;
}[Room];

/** The names of a room's messages. */
export type EntryOf<R extends Room> = WithoutPlural<keyof Catalogue[R] & string>;

type TextsOf<Key> = Key extends `${infer R extends Room}.${infer Name}`
  ? Catalogue[R][keyof Catalogue[R] & (Name | `${Name}_${'one' | 'other'}`)]
  : never;

/** The names in a text's `{{name}}` and `{{name, format}}`. */
type PlaceholderIn<Text> = Text extends `${string}{{${infer Inner}}}${infer Rest}`
  ? (Inner extends `${infer Name}, ${string}` ? Name : Inner) | PlaceholderIn<Rest>
  : never;

/** What a message needs: nothing, or a value for each placeholder. */
export type MessageValues<Key extends MessageKey> = [PlaceholderIn<TextsOf<Key>>] extends [never]
  ? []
  : [
      values: {
        readonly [Name in PlaceholderIn<TextsOf<Key>>]: Name extends 'count'
          ? number
          : string | number;
      },
    ];

/** The entries that another language has to fill for a room of the English catalogue. */
export type Translated<Texts> = {
  readonly [Entry in keyof Texts as Entry extends `${string}_one` ? never : Entry]: string;
};
