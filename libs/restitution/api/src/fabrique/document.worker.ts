import type { Commande } from './fabrique';
import { produire } from './produire';
import type { MessageDuProcessus } from './atelier';

const dire = (message: MessageDuProcessus) => process.send?.(message);

// One document, then the process ends: its memory is given back whole.
process.once('message', (commande: Commande) => {
  const avancer = (etape: string, part: number) => dire({ etape, part });
  produire(commande, avancer).then(
    (fichier) => dire({ fichier }),
    ({ name, message }: Error) => dire({ erreur: { name, message } }),
  );
});
// The program that asked has gone: nobody waits for the document.
process.once('disconnect', () => process.exit(0));
