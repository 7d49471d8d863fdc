import { Injectable } from '@nestjs/common';
import { Autorisation } from '@pleniere/acces/api';
import { decider, type Acteur } from '@pleniere/acces/domain';
import {
  champDe,
  CHAMPS_ECRITS,
  refusEcriture,
  valeurVide,
  type ChampEnregistre,
  type ChampId,
  type ContenuFiche,
  type FicheLue,
  type RetablissementChamp,
} from '@pleniere/fiches/domain';
import { Base, enConflit, introuvable, perime, ProblemeException, refuse } from '@pleniere/shared/api';
import { formaterDate, formaterHeure, INSECABLE } from '@pleniere/shared/domain';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { RevisionEntity } from '../circuit/revision.entity';
import { ChampsService } from '../fiche/champs/champs.service';
import type { FicheEntity } from '../fiche/fiche.entity';
import { FichesReader } from '../fiche/fiches.reader';
import { verrouillerFiche } from '../fiche/verrou';

// The entry that opened the fiche tells all its first fields at once.
const ENTREE = `
  select quand, case when champ is null then avant -> $4 else avant end as avant,
    case when champ is null then apres -> $4 else apres end as apres
  from journal where contrat_id = $1 and fiche_id = $2 and id = $3 and objet = 'fiche' and coalesce(champ, $4) = $4`;

interface LigneEntree extends Record<RetablissementChamp['cote'], unknown> {
  quand: Date;
}

/** A field to bring back, from the version of the field that was read. */
export interface ChampARetablir extends RetablissementChamp {
  ficheId: string;
  champ: ChampId;
  version: number;
}

/** A revision to bring back, from the version of the fiche that was read. */
export interface RevisionARetablir {
  ficheId: string;
  numero: number;
  version: number;
  motif: string;
}

const expliquer = (fait: string, motif: string) => (motif === '' ? fait : `${fait}${INSECABLE}: ${motif}`);

/** Brings past texts back into the one being written: a new change, told by the journal like any other. */
@Injectable()
export class RetablissementService {
  constructor(
    private readonly base: Base,
    private readonly autorisation: Autorisation,
    private readonly champs: ChampsService,
    private readonly fiches: FichesReader,
  ) {}

  /** Brings one field back to what an entry tells; the same refusals as writing it by hand. */
  async champ(acteur: Acteur, demande: ChampARetablir): Promise<ChampEnregistre> {
    const { ficheId, champ, version, entree, cote, motif } = demande;
    this.autorisation.exiger(
      acteur,
      'fiches.ecrire',
      await this.autorisation.perimetreFiche(acteur.contratId, ficheId),
    );
    const cle = [acteur.contratId, ficheId, entree, champ];
    const [trouvee] = await this.base.lire<LigneEntree>('fiche-entree-du-journal', ENTREE, cle);
    if (!trouvee) {
      const detail = 'Cette entrée du journal ne dit rien de ce champ.';
      throw refuse(detail, [{ pointer: '/entree', detail }]);
    }
    const quand = trouvee.quand.toISOString();
    const cotes = { avant: 'd’avant la modification', apres: 'd’après la modification' };
    const fait = `Texte rétabli, ${cotes[cote]} du ${formaterDate(quand)} à ${formaterHeure(quand)}`;
    const corps = { valeur: trouvee[cote] ?? valeurVide(champ) };
    return this.champs.ecrire(acteur, { ficheId, champ, version, corps, motif: expliquer(fait, motif) });
  }

  /** Brings back each field of a closed revision that differs from the text being written; all of them or none. */
  async revision(acteur: Acteur, { ficheId, numero, version, motif }: RevisionARetablir): Promise<FicheLue> {
    const { contratId } = acteur;
    const perimetre = await this.autorisation.perimetreFiche(contratId, ficheId);
    this.autorisation.exiger(acteur, 'fiches.ecrire', perimetre);
    const peutValider = decider(acteur, 'fiches.valider', perimetre) === null;
    await this.base.transaction(async (tx) => {
      const fiche = await verrouillerFiche(tx, contratId, ficheId);
      if (fiche.version !== version) throw perime({ id: fiche.id, version: fiche.version, statut: fiche.statut });
      const refus = refusEcriture(fiche.statut, peutValider);
      if (refus !== null) throw enConflit(refus);
      const revision = await tx.findOneBy(RevisionEntity, { contratId, ficheId, numero });
      if (!revision) throw introuvable('Cette révision');
      if (!revision.contenu) throw enConflit('Cette révision est celle qui s’écrit\u00A0: il n’y a rien à reprendre.');
      const raison = expliquer(`Texte de la révision ${numero} repris`, motif);
      for (const { id } of CHAMPS_ECRITS) await this.reprendre(tx, acteur, fiche, id, revision.contenu, raison);
    });
    return this.fiches.lire(acteur, ficheId);
  }

  private async reprendre<C extends ChampId>(
    tx: EntityManager,
    acteur: Acteur,
    fiche: FicheEntity,
    champ: C,
    contenu: Partial<ContenuFiche>,
    motif: string,
  ): Promise<void> {
    const present: Partial<ContenuFiche> = fiche.contenu;
    const valeur = contenu[champ] ?? valeurVide(champ);
    if (isDeepStrictEqual(present[champ] ?? valeurVide(champ), valeur)) return;
    try {
      await this.champs.ecrireDans(tx, acteur, fiche, { champ, valeur, motif });
    } catch (erreur) {
      if (!(erreur instanceof ProblemeException)) throw erreur;
      const raisons = (erreur.probleme.errors ?? []).map(({ detail }) => detail).join(' ');
      throw refuse(`«${INSECABLE}${champDe(champ).libelle}${INSECABLE}» ne peut pas être repris. ${raisons}`);
    }
  }
}
