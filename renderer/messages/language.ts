/** The languages of the window, by their codes in BCP 47. */
export const languages = ['en', 'ja'] as const;
export type Language = (typeof languages)[number];

/** What the settings hold: a language, or whatever the system's is. */
export const languageChoices = ['system', ...languages] as const;
export type LanguageChoice = (typeof languageChoices)[number];

/** Each language by its own name, to be found by those who read no other. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', ja: '日本語' };

/** The language of a choice: of the system's languages, best first, the first that there is, or English. */
export function languageOf(choice: LanguageChoice, systems: readonly string[]): Language {
  if (choice !== 'system') return choice;
  const known = systems.map((system) => languages.find((one) => one === system.split('-')[0]));
  return known.find((one) => one !== undefined) ?? 'en';
}
