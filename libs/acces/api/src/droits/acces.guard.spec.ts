import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Acteur, Role } from '@pleniere/acces/domain';
import { AccesGuard } from './acces.guard';
import { Connecte, Permission, Public } from './decorateurs';

const CONTRAT = 'b9b7e4a2-0a57-4d7a-9d0e-3c2a5b1f6c11';

@Public()
class Ouvert {
  ouverte(): void {
    return undefined;
  }

  @Permission('contrat.gerer')
  reservee(): void {
    return undefined;
  }
}

class Muet {
  oubliee(): void {
    return undefined;
  }

  @Connecte()
  connectee(): void {
    return undefined;
  }
}

/** Calls the guard for a route, as a person of that role or as nobody. */
function appeler(
  classe: typeof Ouvert | typeof Muet,
  methode: string,
  role: Role | null,
  requete: { method?: string; params?: object; headers?: object; jeton?: string; auteur?: string } = {},
): Promise<boolean> {
  const acteur = { contratId: CONTRAT, personneId: 'p1', role } as Acteur;
  const sessions = { lire: () => Promise.resolve(role && { id: 's', jetonCsrf: 'jeton', acteur }) };
  const guard = new AccesGuard(new Reflector(), sessions as never);
  const vue = {
    method: 'GET',
    params: {},
    headers: {},
    get: (nom: string) => (nom === 'X-Auteur' ? requete.auteur : requete.jeton),
    ...requete,
  };
  const contexte = {
    getHandler: () => classe.prototype[methode as keyof typeof classe.prototype],
    getClass: () => classe,
    switchToHttp: () => ({ getRequest: () => vue, getResponse: () => ({ setHeader: () => undefined }) }),
  };
  return guard.canActivate(contexte as unknown as ExecutionContext);
}

const probleme = (status: number) => expect.objectContaining({ probleme: expect.objectContaining({ status }) });

describe('access guard', () => {
  it('refuses everybody on a route that declares nothing', async () => {
    await expect(appeler(Muet, 'oubliee', null)).rejects.toEqual(probleme(403));
    await expect(appeler(Muet, 'oubliee', 'equipe')).rejects.toEqual(probleme(403));
  });

  it('keeps the permission of a route in an open controller', async () => {
    await expect(appeler(Ouvert, 'ouverte', null)).resolves.toBe(true);
    await expect(appeler(Ouvert, 'reservee', null)).rejects.toEqual(probleme(401));
    await expect(appeler(Ouvert, 'reservee', 'lecteur')).rejects.toEqual(probleme(403));
    await expect(appeler(Ouvert, 'reservee', 'equipe')).resolves.toBe(true);
  });

  it('knows no other contrat than the one of the person', async () => {
    await expect(appeler(Muet, 'connectee', 'lecteur', { params: { contratId: CONTRAT } })).resolves.toBe(true);
    const autre = { params: { contratId: 'b9b7e4a2-0a57-4d7a-9d0e-3c2a5b1f6c12' } };
    await expect(appeler(Muet, 'connectee', 'lecteur', autre)).rejects.toEqual(probleme(404));
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('lets %s pass with the token of the session alone', async (method) => {
    await expect(appeler(Muet, 'connectee', 'lecteur', { method })).rejects.toEqual(probleme(403));
    await expect(appeler(Muet, 'connectee', 'lecteur', { method, jeton: 'jetom' })).rejects.toEqual(probleme(403));
    await expect(appeler(Muet, 'connectee', 'lecteur', { method, jeton: 'jeton' })).resolves.toBe(true);
  });

  it('writes nothing under the session of another person than the one who typed', async () => {
    const ecrire = (auteur: string) => appeler(Muet, 'connectee', 'lecteur', { method: 'PUT', jeton: 'jeton', auteur });
    await expect(ecrire('p1')).resolves.toBe(true);
    await expect(ecrire('p2')).rejects.toEqual(probleme(401));
  });
});
