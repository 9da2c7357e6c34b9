/** Texts by room and name. */
export type Catalogue = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A text that depends on a count is one entry for each plural of its language. */
type WithoutPlural<Entry> = Entry extends `${infer Name}_${'one' | 'other'}` ? Name : Entry;

/** The names of a room's texts. */
export type NameIn<Texts> = WithoutPlural<keyof Texts & string>;

/** A text by its room and name: `gap.silent`. */
export type KeyIn<All extends Catalogue> = {
  [Room in keyof All & string]: `${Room}.${NameIn<All[Room]>}`;
}[keyof All & string];

type TextsOf<All extends Catalogue, Key> = Key extends `${infer Room}.${infer Name}`
  ? All[Room][keyof All[Room] & (Name | `${Name}_${'one' | 'other'}`)]
  : never;

/** The names in a text's `{{name}}` and `{{name, format}}`. */
type PlaceholderIn<Text> = Text extends `${string}{{${infer Inner}}}${infer Rest}`
  ? (Inner extends `${infer Name}, ${string}` ? Name : Inner) | PlaceholderIn<Rest>
  : never;

/** What a text needs: nothing, or a value for each placeholder; `count` is a number. */
export type ValuesIn<All extends Catalogue, Key extends string, Value> = [
  PlaceholderIn<TextsOf<All, Key>>,
] extends [never]
  ? []
  : [
      values: {
        readonly [Name in PlaceholderIn<TextsOf<All, Key>>]: Name extends 'count' ? number : Value;
      },
    ];
