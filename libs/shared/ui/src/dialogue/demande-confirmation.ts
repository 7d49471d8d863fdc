/** What is about to be done for good: a question, its consequence, and a button that says what it does. */
export interface DemandeConfirmation {
  titre: string;
  texte: string;
  action: string;
}
