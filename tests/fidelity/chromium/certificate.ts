import { createHash, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

/** A certificate made for this run, and the hash of its key, by which Chromium is told to trust it. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** Base64 of the SHA-256 of the SubjectPublicKeyInfo. */
  readonly publicKeyHash: string;
}

/** Self-signed, never written anywhere. */
export async function makeCertificate(): Promise<Certificate> {
  const attributes = [{ name: 'commonName', value: 'fidelity.example' }];
  const { private: key, cert } = await generate(attributes, { keyType: 'ec', algorithm: 'sha256' });
  const spki = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  return { key, cert, publicKeyHash: createHash('sha256').update(spki).digest('base64') };
}
