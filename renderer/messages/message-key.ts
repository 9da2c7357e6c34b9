import type { KeyIn, NameIn, ValuesIn } from '../core/words/word-key.ts';
import type { english } from './english.ts';

type All = typeof english;

/** A message by its room and name: `window.newCase`. */
export type MessageKey = KeyIn<All>;

/** The names of a room's messages. */
export type EntryOf<Room extends keyof All> = NameIn<All[Room]>;

/** What a message needs: nothing, or a value for each placeholder. */
export type MessageValues<Key extends MessageKey> = ValuesIn<All, Key, string | number>;

/** The messages of a room that need nothing. */
export type PlainKey<Room extends keyof All> = {
  [Key in Extract<MessageKey, `${Room}.${string}`>]: MessageValues<Key> extends [] ? Key : never;
}[Extract<MessageKey, `${Room}.${string}`>];

/** The entries that another language has to fill for a room of the English catalogue. */
export type Translated<Texts> = {
  readonly [Entry in keyof Texts as Entry extends `${string}_one` ? never : Entry]: string;
};
