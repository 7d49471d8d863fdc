import { Injectable } from '@nestjs/common';
import { Journal } from '@pleniere/acces/api';
import { codeAffiche, type ContenuFiche, type IssueFiche } from '@pleniere/fiches/domain';
import { enConflit } from '@pleniere/shared/api';
import { randomUUID } from 'node:crypto';
import { FicheEntity } from '../fiche/fiche.entity';
import { FichesService } from '../fiche/fiches.service';
import { verrouillerFiche } from '../fiche/verrou';
import { AnnoncesFiche } from '../presence/annonces-fiche';
import type { Pas, Suite } from './etats';

const RELIER = 'insert into fiche_filiation (contrat_id, de, vers, sorte) values ($1, $2, $3, $4)';

/** Archives a fiche in force with its issue, and opens the fiches that follow from its text. */
@Injectable()
export class ArchivageService {
  constructor(
    private readonly fiches: FichesService,
    private readonly journal: Journal,
    private readonly annonces: AnnoncesFiche,
  ) {}

  /** Opens what follows and links it both ways; throws 409 when a merged fiche is not in force. */
  async archiver(pas: Pas): Promise<Suite> {
    const { tx, fiche, demande } = pas;
    const { issue } = demande;
    if (issue === 'scindee') {
      for (const titre of demande.suites) await this.ouvrir(pas, [fiche], titre, issue);
    }
    if (issue === 'fusionnee') {
      const autres: FicheEntity[] = [];
      // Always in the same order, so that two mergers do not wait for each other.
      for (const id of [...demande.avec].sort()) {
        const autre = await verrouillerFiche(tx, fiche.contratId, id);
        if (autre.statut !== 'en-vigueur' || id === fiche.id)
          throw enConflit(
            `La fiche ${codeAffiche(autre.code)} ne peut pas être réunie\u00A0: son texte n’est pas en vigueur.`,
          );
        autres.push(autre);
      }
      await this.ouvrir(pas, [fiche, ...autres], demande.suites[0] ?? '', issue);
      for (const autre of autres) await this.fermer(pas, autre);
    }
    return { issue };
  }

  /** A brouillon that keeps the wording of the fiches it comes from. */
  private async ouvrir(
    { tx, acteur, fiche }: Pas,
    origines: readonly FicheEntity[],
    titre: string,
    issue: IssueFiche & ('scindee' | 'fusionnee'),
  ): Promise<void> {
    const codes = origines.map(({ code }) => codeAffiche(code)).join(' et ');
    const motif = issue === 'scindee' ? `Issue de la fiche ${codes}, scindée` : `Réunit les fiches ${codes}`;
    const contenu = { ...reunir(origines.map((origine) => origine.contenu)), titre };
    const id = await this.fiches.creerDans(tx, acteur, { enjeuId: fiche.enjeuId, rang: null, titre }, motif, contenu);
    for (const origine of origines) await tx.query(RELIER, [fiche.contratId, origine.id, id, issue]);
  }

  private async fermer({ tx, acteur, demande }: Pas, autre: FicheEntity): Promise<void> {
    const { contratId, id, version } = autre;
    const reste = { statut: 'archive', issue: demande.issue, version: version + 1, modifieLe: new Date() } as const;
    await tx.update(FicheEntity, { contratId, id, version }, reste);
    const change = { champ: 'statut', avant: autre.statut, apres: 'archive', motif: demande.motif };
    await this.journal.inscrire(tx, acteur, { objet: 'fiche', objetId: id, ficheId: id, ...change });
    await this.annonces.fiche(tx, acteur, id);
  }
}

/** The text of the first, with the entries of the others after its own in the lists; each entry gets an id of its own. */
function reunir(contenus: readonly Partial<ContenuFiche>[]): Partial<ContenuFiche> {
  const [premier = {}, ...autres] = contenus;
  const reuni = Object.fromEntries(
    Object.entries(premier).map(([champ, valeur]) => [
      champ,
      Array.isArray(valeur)
        ? autres.reduce<unknown[]>((liste, autre) => ajouter(liste, autre[champ as keyof ContenuFiche]), valeur)
        : valeur,
    ]),
  );
  return renommer({ ...reuni, ...absents(premier, autres) }) as Partial<ContenuFiche>;
}

function ajouter(liste: unknown[], suite: unknown): unknown[] {
  if (!Array.isArray(suite)) return liste;
  const connus = liste.map((element) => JSON.stringify(element));
  return [...liste, ...suite.filter((element) => !connus.includes(JSON.stringify(element)))];
}

/** Fields that only the others have written. */
function absents(premier: Partial<ContenuFiche>, autres: readonly Partial<ContenuFiche>[]): Partial<ContenuFiche> {
  const restes = autres.flatMap((autre) => Object.entries(autre).filter(([champ]) => !(champ in premier)));
  return Object.fromEntries(restes.reverse());
}

function renommer(valeur: unknown): unknown {
  if (Array.isArray(valeur)) return valeur.map(renommer);
  if (typeof valeur !== 'object' || valeur === null) return valeur;
  return Object.fromEntries(
    Object.entries(valeur).map(([cle, partie]) => [cle, cle === 'id' ? randomUUID() : renommer(partie)]),
  );
}
