import { createFhirHandler } from '../../../demo/server/handler.js';
import { KeptRepository } from '../../../demo/server/repository.js';

/**
 * What lies between the pages of one course and its server: requests can be cut off, or held. It stands at the server, so
 * that it is the same for every engine, and whatever its driver can do.
 */
export class Network {
  isAway = false;
  isHolding = false;
  /** The server knows the person no more: what is stored there stays there. */
  isOver = false;
  hasLeft = false;
  /** Writes that came after the sign-out. */
  late = [];
  #held = [];
  #serve = createFhirHandler({ repository: new KeptRepository(), mount: '/fhir' });

  async answer(request, response) {
    const isWrite = request.method !== 'GET';
    if (isWrite && this.hasLeft) this.late.push(`${request.method} ${request.url}`);
    if (this.isAway) {
      request.socket.destroy();
      return;
    }
    if (this.isOver && !isWrite) {
      response.writeHead(401).end();
      return;
    }
    if (isWrite && this.isHolding) await new Promise((resolve) => this.#held.push(resolve));
    await this.#serve(request, response);
  }

  /** Until a write is on its way. */
  async holds() {
    while (this.#held.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  release() {
    this.isHolding = false;
    for (const go of this.#held.splice(0)) go();
  }
}
