import { createContext } from 'svelte';
import type { Session } from './session.ts';

/** The state of the window, for every view below `App.svelte`. */
export const [getSession, setSession] = createContext<Session>();
