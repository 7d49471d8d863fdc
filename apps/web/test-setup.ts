import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless';

setupZonelessTestEnv();

// jsdom lacks it, every browser has it.
globalThis.structuredClone ??= <T>(valeur: T): T => JSON.parse(JSON.stringify(valeur)) as T;
