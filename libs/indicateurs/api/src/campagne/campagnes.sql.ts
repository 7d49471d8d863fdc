const EXCEPTIONS = `(
  select coalesce(json_agg(json_build_object('id', x.id, 'version', x.version,
      'organisation', json_build_object('id', o.id, 'nom', o.nom), 'ficheId', x.fiche_id, 'motif', x.motif,
      'jusquAu', x.jusqu_au, 'accordeePar', x.accordee_par, 'accordeeLe', x.accordee_le
    ) order by x.jusqu_au desc, x.accordee_le desc, x.id), '[]')
  from campagne_exception x join organisation o on (o.contrat_id, o.id) = (x.contrat_id, x.organisation_id)
  where (x.contrat_id, x.annee) = (c.contrat_id, c.annee))`;

const CAMPAGNE_JSON = `json_build_object('annee', c.annee, 'version', c.version, 'ouverteLe', c.ouverte_le,
  'echeance', c.echeance, 'closeLe', c.close_le, 'consigne', c.consigne, 'relanceObjet', c.relance_objet,
  'relanceTexte', c.relance_texte, 'exceptions', ${EXCEPTIONS})`;

/** Campagnes of the contrat $1, newest first. */
export const CAMPAGNES = `
  select coalesce(json_agg(${CAMPAGNE_JSON} order by c.annee desc), '[]') as reponse from campagne c where c.contrat_id = $1`;

/** Last year whose campagne is open. */
export const ANNEE_EN_COURS = `select max(annee) as annee from campagne where contrat_id = $1 and close_le is null`;

/** Campagne of the year $2. */
export const CAMPAGNE = `select ${CAMPAGNE_JSON} as reponse from campagne c where (c.contrat_id, c.annee) = ($1, $2)`;

/** Campagnes of the years $2 as they are, locked in their order against a closing until the end of the transaction. */
export const TENIR = `
  select annee from campagne where contrat_id = $1 and annee = any($2::int[]) order by annee for share`;

/** Campagnes of the years $2. */
export const TENUES = `
  select ${CAMPAGNE_JSON} as reponse from campagne c where c.contrat_id = $1 and c.annee = any($2::int[])`;

/** Opens; nothing when the year has its campagne. */
export const OUVRIR = `
  insert into campagne (contrat_id, annee, echeance, consigne, relance_objet, relance_texte)
  values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning annee`;

/** Changes what is given from the version $3. */
export const CHANGER = `
  update campagne set version = version + 1, echeance = coalesce($4, echeance), consigne = coalesce($5, consigne),
    relance_objet = coalesce($6, relance_objet), relance_texte = coalesce($7, relance_texte)
  where (contrat_id, annee, version) = ($1, $2, $3) returning annee`;

/** Closes from the version $3: who writes in that year is waited for, then nobody does. */
export const CLORE = `
  update campagne set version = version + 1, close_le = now()
  where (contrat_id, annee, version) = ($1, $2, $3) and close_le is null returning annee`;

/** Locks what was proposed or checked; what was returned stays so, to be told apart. What they say is unchanged: so is their version. */
export const VERROUILLER_ANNEE = `
  update valeur set statut = 'verrouillee'
  where (contrat_id, annee) = ($1, $2) and statut in ('proposee', 'validee') returning annee`;

/** Opens again from the version $3. */
export const ROUVRIR = `
  update campagne set version = version + 1, close_le = null
  where (contrat_id, annee, version) = ($1, $2, $3) and close_le is not null returning annee`;

/** Gives back to each value the statut that it had: the team had left its mark on those that it had checked. */
export const DEVERROUILLER_ANNEE = `
  update valeur set statut = case when statut_par is null then 'proposee' else 'validee' end
  where (contrat_id, annee) = ($1, $2) and statut = 'verrouillee' returning annee`;

/** The campagne of the year, held by whoever changes its exceptions: no value is being written meanwhile. */
export const TENIR_SEUL = `select close_le from campagne where (contrat_id, annee) = ($1, $2) for update`;

/** Grants an exception. */
export const ACCORDER = `
  insert into campagne_exception (contrat_id, annee, organisation_id, fiche_id, motif, jusqu_au, accordee_par)
  values ($1, $2, $3, $4, $5, $6, $7) returning id`;

/** Whether the organisation $2 and the fiche $3 are of the contrat. */
export const CONNUS = `
  select exists (select from organisation where (contrat_id, id) = ($1, $2)) as organisation,
    $3::uuid is null or exists (select from fiche where (contrat_id, id) = ($1, $3)) as fiche`;

/** Withdraws the exception $3 from the version $4. */
export const RETIRER = `
  delete from campagne_exception where (contrat_id, annee, id, version) = ($1, $2, $3, $4) returning organisation_id as "organisationId", fiche_id as "ficheId", motif, jusqu_au as "jusquAu"`;

/** Years of the contrat. */
export const PERIODE = `
  select json_build_object('anneeDebut', annee_debut, 'anneeFin', annee_fin) as reponse from contrat where id = $1`;
