export { problemeInterceptor } from './erreurs/probleme-interceptor';
export { GestionErreurs, Pannes } from './erreurs/pannes';
export { PageIntrouvable } from './erreurs/page-introuvable';
export { TitreFenetre } from './navigation/titre';
export { FocusNavigation } from './navigation/focus-navigation';
export { LIBELLES_THEMES, type Theme, THEMES, ThemeStore } from './theme/theme-store';
export { lirePreference, retenirPreference } from './theme/preferences';
export { DialogueClavier } from './clavier/dialogue-clavier';
export { type GroupeRaccourcis, montrerRaccourcis, type Raccourci, Raccourcis } from './clavier/raccourcis';
