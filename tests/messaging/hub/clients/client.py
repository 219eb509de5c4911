"""Feeds a hub from Python: client.py REQUESTS LIVE PUBLISH-ON (Debian package python3-zmq)."""
import json, sys, uuid, zmq
requests, live, publish_on = sys.argv[1:4]
def event(text):
    return json.dumps({"specversion": "1.0", "id": str(uuid.uuid4()), "source": "python", "status": "exercise",
                       "type": "nl.regiekamer.note.written", "time": "2027-01-22T12:00:00Z",
                       "data": {"note": str(uuid.uuid4()), "text": text}}).encode()
pub, sub, dealer = (zmq.Context.instance().socket(kind) for kind in (zmq.PUB, zmq.SUB, zmq.DEALER))
pub.bind(publish_on)  # the hub follows it: regiekamerctl hub --feed
sub.connect(live), sub.subscribe("nl.regiekamer.note."), dealer.connect(requests)
dealer.send_multipart([b"APPEND", b"1", event("toegevoegd")])  # reliable: answered once it is durable
print(dealer.recv_multipart()[2].decode(), flush=True)
while not sub.poll(100) or b"gepubliceerd" not in (told := sub.recv_multipart()[2]):
    pub.send_multipart([b"note", event("gepubliceerd")])  # until it comes back: PUB knows not who follows
print(told.decode())
