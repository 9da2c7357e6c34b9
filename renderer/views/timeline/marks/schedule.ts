/** Runs something later; returns what calls it off. */
export type Schedule = (run: () => void) => () => void;

/** Runs something after so many milliseconds. */
export function after(milliseconds: number): Schedule {
  return (run) => {
    const timer = setTimeout(run, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  };
}
