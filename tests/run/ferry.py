"""Three reports of one ferry disaster, written for these tests: two of the day, one in which the toll has risen."""

PAGES = {
    "morning": """Ferry sinks off Lunde, nine dead

By Karin Moe
Harbour Post
3 May 2023

At least nine people died when the ferry Aurelia sank off Lunde on Wednesday, the coastguard said.

The ferry sank two kilometres from the pier, said harbour master Tove Aasen. Forty people were rescued.
""",
    "noon": """Nine killed as ferry goes down near Lunde

By Olav Berg
Northern Gazette
3 May 2023

Nine people were killed when the ferry Aurelia went down near Lunde on Wednesday, according to the coastguard.

Rescuers pulled 40 people from the water, harbour master Tove Aasen said. Prime Minister Ida Holm will visit Lunde.
""",
    "evening": """Toll of Lunde ferry disaster rises to 12

By Per Dahl
Daily Mirror of Lunde
3 May 2023

Twelve people were killed in Lunde when the ferry Aurelia sank on Wednesday, police said in the evening.

Forty people were rescued from the sea off Lunde, the coastguard said. Tove Aasen, the harbour master, said that
the ferry was full.
""",
}
