// Feeds a hub from Node: client.mjs REQUESTS LIVE PUBLISH-ON (npm install zeromq@6)
import { Dealer, Publisher, Subscriber } from "zeromq";
const [requests, live, publishOn] = process.argv.slice(2);
const event = text => JSON.stringify({ specversion: "1.0", id: crypto.randomUUID(), source: "node", status: "exercise",
  type: "nl.regiekamer.note.written", time: "2027-01-22T12:00:00Z", data: { note: crypto.randomUUID(), text } });
const [pub, sub, dealer] = [new Publisher(), new Subscriber({ receiveTimeout: 100 }), new Dealer()];
await pub.bind(publishOn); // the hub follows it: regiekamerctl hub --feed
sub.connect(live), sub.subscribe("nl.regiekamer.note."), dealer.connect(requests);
await dealer.send(["APPEND", "1", event("toegevoegd")]); // reliable: answered once it is durable
console.log(String((await dealer.receive())[2]));
for (let told = ""; !told.includes("gepubliceerd"); told && console.log(told)) {
  await pub.send(["note", event("gepubliceerd")]); // until it comes back: PUB knows not who follows
  told = await sub.receive().then(frames => String(frames[2]), () => "");
}
process.exit();
