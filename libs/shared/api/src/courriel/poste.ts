import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Transporter } from 'nodemailer';
import { Config } from '../config';

/** What leaves: who for, what about, in plain text. */
export interface Lettre {
  id: string;
  nom: string;
  email: string;
  objet: string;
  texte: string;
}

const DELAIS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** The way out of e-mails: the SMTP server of the settings. In demo mode nothing leaves, whatever the settings say. */
@Injectable()
export class Poste implements OnModuleDestroy {
  private transport: Transporter | null = null;

  constructor(private readonly config: Config) {}

  /** Whether e-mails leave from here. */
  get ouverte(): boolean {
    return this.config.smtpUrl !== null && !this.config.modeDemo;
  }

  /** Hands an e-mail to the server, which has accepted it when this ends. */
  async remettre({ id, nom, email, objet, texte }: Lettre): Promise<void> {
    // Left by another process, or by other settings: it waits for one that has a server.
    if (!this.ouverte) throw new Error('Aucun serveur d’envoi n’est réglé.');
    const { createTransport } = await import('nodemailer');
    this.transport ??= createTransport({ url: this.config.smtpUrl ?? '', ...DELAIS });
    await this.transport.sendMail({
      from: this.config.courrielExpediteur,
      to: { name: nom, address: email },
      subject: objet,
      text: texte,
      // The same for each try: a server that has accepted it twice shows it once.
      messageId: `<${id}@${new URL(this.config.adresse).hostname}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  }

  onModuleDestroy(): void {
    this.transport?.close();
  }
}
