const EQUIPE = 'claire.vasseur@exemple.fr';

/** Headers by which each call is of somebody of the équipe of the demo, and their contrat. */
export interface Entree {
  entetes: { Cookie: string; 'X-XSRF-TOKEN': string; 'Content-Type': string };
  contratId: string;
}

/** Logs in a demo product. */
export async function entrer(adresse: string): Promise<Entree> {
  const comptes = (await (await fetch(`${adresse}/api/v1/demo/comptes`)).json()) as {
    email: string;
    motDePasse: string;
  }[];
  const compte = comptes.find(({ email }) => email === EQUIPE);
  const reponse = await fetch(`${adresse}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: EQUIPE, motDePasse: compte?.motDePasse }),
  });
  if (!reponse.ok) throw new Error(`log-in refused: ${reponse.status}`);
  const { contrat } = (await reponse.json()) as { contrat: { id: string } };
  const cookies = reponse.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  const jeton = cookies.find((cookie) => cookie.startsWith('XSRF-TOKEN='))?.slice('XSRF-TOKEN='.length) ?? '';
  return {
    contratId: contrat.id,
    entetes: {
      Cookie: cookies.join('; '),
      'X-XSRF-TOKEN': decodeURIComponent(jeton),
      'Content-Type': 'application/json',
    },
  };
}
