import { Injectable } from '@nestjs/common';
import { type Acteur, DROITS } from '@pleniere/acces/domain';
import { type Reprise, statutsVisibles, texteLu } from '@pleniere/fiches/domain';
import { Horloge } from '@pleniere/indicateurs/api';
import { Base, interdit, introuvable } from '@pleniere/shared/api';
import { reprise } from './lectures/reprise';

/** What somebody who takes over a post must know. */
@Injectable()
export class RepriseService {
  constructor(
    private readonly base: Base,
    private readonly horloge: Horloge,
  ) {}

  /** Of one's own organisation; of any one for the team. Throws 404 when the contrat has no such organisation. */
  async lire(acteur: Acteur, demandee: string | null): Promise<Reprise> {
    const { contratId, role, personneId } = acteur;
    const organisationId = demandee ?? acteur.organisationId;
    const droits = DROITS[role];
    if (organisationId !== acteur.organisationId && droits['acteurs.gerer'] !== 'contrat') {
      throw interdit('Vous ne lisez que la reprise de votre organisation.');
    }
    const texte = texteLu(role);
    const [ligne] = await this.base.lire<{ reponse: Reprise }>(`reprise-${texte}`, reprise(texte), [
      contratId,
      statutsVisibles(role),
      this.horloge.aujourdhui(),
      this.horloge.annee(),
      organisationId,
      personneId,
      droits['journal.lire'] === 'contrat',
    ]);
    if (!ligne) throw introuvable('Cette organisation');
    return ligne.reponse;
  }
}
