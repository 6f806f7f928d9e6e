-- A database as ocdb 0.1.0 made it (revision 0001): its tables and views, and a part of its rows.
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE basis (
	id VARCHAR(40) NOT NULL, 
	position INTEGER NOT NULL, 
	label_en VARCHAR(300) NOT NULL, 
	label_fr VARCHAR(300) NOT NULL, 
	definition TEXT NOT NULL, 
	CONSTRAINT pk_basis PRIMARY KEY (id)
);
INSERT INTO "basis" VALUES('operator',1,'operator','opérateur','The employer''s own figure, or one for its project with no other claimant named. A ministry''s sum over several employers is government.');
INSERT INTO "basis" VALUES('government',2,'government','pouvoirs publics','A target or count by a government, a ministry, a region or a public agency.');
INSERT INTO "basis" VALUES('federation',3,'federation','fédération','By an association of the trade, a union or a trade show.');
INSERT INTO "basis" VALUES('analyst',4,'analyst','analyste','By a consultant, a researcher or the press on its own reckoning.');
CREATE TABLE bound (
	id VARCHAR(40) NOT NULL, 
	position INTEGER NOT NULL, 
	label_en VARCHAR(300) NOT NULL, 
	label_fr VARCHAR(300) NOT NULL, 
	definition TEXT NOT NULL, 
	CONSTRAINT pk_bound PRIMARY KEY (id)
);
INSERT INTO "bound" VALUES('exact',1,'exactly','exactement','The source prints the number as it is.');
INSERT INTO "bound" VALUES('about',2,'about','environ','"About", "some", "nearly", "in the order of". Where the source says nearly, the note does too.');
INSERT INTO "bound" VALUES('at_least',3,'at least','au moins','"At least", "more than", "no fewer than". There is no upper end.');
INSERT INTO "bound" VALUES('at_most',4,'at most','au plus','"At most", "up to", "fewer than". There is no lower end.');
INSERT INTO "bound" VALUES('range',5,'between','entre','The source prints both ends.');
CREATE TABLE citation (
	id VARCHAR(260) NOT NULL, 
	claim_id VARCHAR(120) NOT NULL, 
	source_id VARCHAR(120) NOT NULL, 
	paragraph INTEGER, 
	stance VARCHAR(40) NOT NULL, 
	note TEXT, 
	CONSTRAINT pk_citation PRIMARY KEY (id), 
	CONSTRAINT ck_citation_paragraph CHECK (paragraph >= 1), 
	CONSTRAINT fk_citation_claim_id FOREIGN KEY(claim_id) REFERENCES claim (id), 
	CONSTRAINT fk_citation_source_id FOREIGN KEY(source_id) REFERENCES source (id), 
	CONSTRAINT fk_citation_stance FOREIGN KEY(stance) REFERENCES stance (id)
);
INSERT INTO "citation" VALUES('phone-marketing-dreux@silicon-2009-centres-rapatries:6','phone-marketing-dreux','silicon-2009-centres-rapatries',6,'supports',NULL);
INSERT INTO "citation" VALUES('keyyo-abbeville@silicon-2009-centres-rapatries:7','keyyo-abbeville','silicon-2009-centres-rapatries',7,'supports',NULL);
INSERT INTO "citation" VALUES('keyyo-abbeville@silicon-2009-centres-rapatries:10','keyyo-abbeville','silicon-2009-centres-rapatries',10,'supports',NULL);
INSERT INTO "citation" VALUES('keyyo-casablanca@silicon-2009-centres-rapatries:7','keyyo-casablanca','silicon-2009-centres-rapatries',7,'supports',NULL);
INSERT INTO "citation" VALUES('keyyo-casablanca@silicon-2009-centres-rapatries:10','keyyo-casablanca','silicon-2009-centres-rapatries',10,'supports',NULL);
INSERT INTO "citation" VALUES('webhelp-agadir-dakhla@aujourdhui-2011-webhelp-agadir:2','webhelp-agadir-dakhla','aujourdhui-2011-webhelp-agadir',2,'supports',NULL);
INSERT INTO "citation" VALUES('webhelp-agadir-dakhla@aujourdhui-2011-webhelp-agadir:4','webhelp-agadir-dakhla','aujourdhui-2011-webhelp-agadir',4,'supports',NULL);
INSERT INTO "citation" VALUES('webhelp-fes@aujourdhui-2011-webhelp-agadir:4','webhelp-fes','aujourdhui-2011-webhelp-agadir',4,'supports',NULL);
INSERT INTO "citation" VALUES('webhelp-rabat@aujourdhui-2011-webhelp-agadir:4','webhelp-rabat','aujourdhui-2011-webhelp-agadir',4,'supports',NULL);
INSERT INTO "citation" VALUES('webhelp-france@aujourdhui-2011-webhelp-agadir:4','webhelp-france','aujourdhui-2011-webhelp-agadir',4,'supports',NULL);
INSERT INTO "citation" VALUES('webhelp-romania@aujourdhui-2011-webhelp-agadir:4','webhelp-romania','aujourdhui-2011-webhelp-agadir',4,'supports',NULL);
INSERT INTO "citation" VALUES('phone-assistance-agadir@aujourdhui-2011-webhelp-agadir:4','phone-assistance-agadir','aujourdhui-2011-webhelp-agadir',4,'supports',NULL);
INSERT INTO "citation" VALUES('unnamed-agadir-2011@aujourdhui-2011-webhelp-agadir:4','unnamed-agadir-2011','aujourdhui-2011-webhelp-agadir',4,'supports',NULL);
INSERT INTO "citation" VALUES('intelcia-oujda@orientalmarocain-2020-07-siccam-oujda:2','intelcia-oujda','orientalmarocain-2020-07-siccam-oujda',2,'supports',NULL);
INSERT INTO "citation" VALUES('intelcia-portugal@orientalmarocain-2020-07-siccam-oujda:2','intelcia-portugal','orientalmarocain-2020-07-siccam-oujda',2,'supports',NULL);
INSERT INTO "citation" VALUES('intelcia-usa@orientalmarocain-2020-07-siccam-oujda:2','intelcia-usa','orientalmarocain-2020-07-siccam-oujda',2,'supports',NULL);
INSERT INTO "citation" VALUES('intelcia-jamaica@orientalmarocain-2020-07-siccam-oujda:2','intelcia-jamaica','orientalmarocain-2020-07-siccam-oujda',2,'supports',NULL);
INSERT INTO "citation" VALUES('unnamed-oujda-2020-1@orientalmarocain-2020-07-siccam-oujda:2','unnamed-oujda-2020-1','orientalmarocain-2020-07-siccam-oujda',2,'supports',NULL);
INSERT INTO "citation" VALUES('unnamed-oujda-2020-1@orientalmarocain-2020-07-siccam-oujda:3','unnamed-oujda-2020-1','orientalmarocain-2020-07-siccam-oujda',3,'supports',NULL);
INSERT INTO "citation" VALUES('unnamed-oujda-2020-2@orientalmarocain-2020-07-siccam-oujda:2','unnamed-oujda-2020-2','orientalmarocain-2020-07-siccam-oujda',2,'supports',NULL);
INSERT INTO "citation" VALUES('unnamed-oujda-2020-2@orientalmarocain-2020-07-siccam-oujda:3','unnamed-oujda-2020-2','orientalmarocain-2020-07-siccam-oujda',3,'supports',NULL);
INSERT INTO "citation" VALUES('notoriety-oujda@orientalmarocain-2020-07-siccam-oujda:2','notoriety-oujda','orientalmarocain-2020-07-siccam-oujda',2,'supports',NULL);
INSERT INTO "citation" VALUES('notoriety-oujda@orientalmarocain-2020-07-siccam-oujda:3','notoriety-oujda','orientalmarocain-2020-07-siccam-oujda',3,'supports',NULL);
INSERT INTO "citation" VALUES('saccom-oujda-shore@orientalmarocain-2020-07-siccam-oujda:3','saccom-oujda-shore','orientalmarocain-2020-07-siccam-oujda',3,'supports',NULL);
INSERT INTO "citation" VALUES('saccom-oujda-shore@orientalmarocain-2020-07-siccam-oujda:4','saccom-oujda-shore','orientalmarocain-2020-07-siccam-oujda',4,'supports',NULL);
INSERT INTO "citation" VALUES('eca-groupe-oujda@orientalmarocain-2020-07-siccam-oujda:2','eca-groupe-oujda','orientalmarocain-2020-07-siccam-oujda',2,'supports',NULL);
INSERT INTO "citation" VALUES('eca-groupe-oujda@orientalmarocain-2020-07-siccam-oujda:3','eca-groupe-oujda','orientalmarocain-2020-07-siccam-oujda',3,'supports',NULL);
INSERT INTO "citation" VALUES('vipp-interstis-lome@ciomag-2020-01-30-vipp-interstis:1','vipp-interstis-lome','ciomag-2020-01-30-vipp-interstis',1,'supports',NULL);
INSERT INTO "citation" VALUES('vipp-interstis-lome@ciomag-2020-01-30-vipp-interstis:11','vipp-interstis-lome','ciomag-2020-01-30-vipp-interstis',11,'supports',NULL);
INSERT INTO "citation" VALUES('vipp-interstis-cameroon@ciomag-2020-01-30-vipp-interstis:9','vipp-interstis-cameroon','ciomag-2020-01-30-vipp-interstis',9,'supports',NULL);
INSERT INTO "citation" VALUES('vipp-interstis-benin@ciomag-2020-01-30-vipp-interstis:9','vipp-interstis-benin','ciomag-2020-01-30-vipp-interstis',9,'supports',NULL);
INSERT INTO "citation" VALUES('phone-marketing-dreux-opening@silicon-2009-centres-rapatries:6','phone-marketing-dreux-opening','silicon-2009-centres-rapatries',6,'supports',NULL);
INSERT INTO "citation" VALUES('keyyo-relocation-abbeville@silicon-2009-centres-rapatries:7','keyyo-relocation-abbeville','silicon-2009-centres-rapatries',7,'supports',NULL);
INSERT INTO "citation" VALUES('keyyo-relocation-abbeville@silicon-2009-centres-rapatries:8','keyyo-relocation-abbeville','silicon-2009-centres-rapatries',8,'supports',NULL);
INSERT INTO "citation" VALUES('keyyo-relocation-abbeville@silicon-2009-centres-rapatries:10','keyyo-relocation-abbeville','silicon-2009-centres-rapatries',10,'supports',NULL);
INSERT INTO "citation" VALUES('webhelp-agadir-negotiation@aujourdhui-2011-webhelp-agadir:4','webhelp-agadir-negotiation','aujourdhui-2011-webhelp-agadir',4,'supports',NULL);
INSERT INTO "citation" VALUES('webhelp-agadir-contract@aujourdhui-2011-webhelp-agadir:4','webhelp-agadir-contract','aujourdhui-2011-webhelp-agadir',4,'supports',NULL);
INSERT INTO "citation" VALUES('webhelp-agadir-language-tests@aujourdhui-2011-webhelp-agadir:4','webhelp-agadir-language-tests','aujourdhui-2011-webhelp-agadir',4,'supports',NULL);
INSERT INTO "citation" VALUES('webhelp-agadir-recruitment@aujourdhui-2011-webhelp-agadir:4','webhelp-agadir-recruitment','aujourdhui-2011-webhelp-agadir',4,'supports',NULL);
INSERT INTO "citation" VALUES('webhelp-agadir-opening@aujourdhui-2011-webhelp-agadir:2','webhelp-agadir-opening','aujourdhui-2011-webhelp-agadir',2,'supports',NULL);
INSERT INTO "citation" VALUES('webhelp-agadir-opening@aujourdhui-2011-webhelp-agadir:4','webhelp-agadir-opening','aujourdhui-2011-webhelp-agadir',4,'supports',NULL);
INSERT INTO "citation" VALUES('phone-assistance-agadir-opening@aujourdhui-2011-webhelp-agadir:4','phone-assistance-agadir-opening','aujourdhui-2011-webhelp-agadir',4,'supports',NULL);
INSERT INTO "citation" VALUES('unnamed-agadir-2011-opening@aujourdhui-2011-webhelp-agadir:4','unnamed-agadir-2011-opening','aujourdhui-2011-webhelp-agadir',4,'supports',NULL);
INSERT INTO "citation" VALUES('drarga-pepiniere-opening@aujourdhui-2011-webhelp-agadir:4','drarga-pepiniere-opening','aujourdhui-2011-webhelp-agadir',4,'supports',NULL);
INSERT INTO "citation" VALUES('souss-massa-language-academy@aujourdhui-2011-webhelp-agadir:4','souss-massa-language-academy','aujourdhui-2011-webhelp-agadir',4,'supports',NULL);
INSERT INTO "citation" VALUES('regionales-centres-appels-maroc@aujourdhui-2011-webhelp-agadir:4','regionales-centres-appels-maroc','aujourdhui-2011-webhelp-agadir',4,'supports',NULL);
INSERT INTO "citation" VALUES('regionales-relation-clients-2009@liberation-2009-01-21-regionales-tanger:7','regionales-relation-clients-2009','liberation-2009-01-21-regionales-tanger',7,'supports',NULL);
INSERT INTO "citation" VALUES('regionales-relation-clients-2009@liberation-2009-01-21-regionales-tanger:8','regionales-relation-clients-2009','liberation-2009-01-21-regionales-tanger',8,'supports',NULL);
INSERT INTO "citation" VALUES('regionales-relation-clients-2009@liberation-2009-01-21-regionales-tanger:11','regionales-relation-clients-2009','liberation-2009-01-21-regionales-tanger',11,'supports',NULL);
INSERT INTO "citation" VALUES('regionales-relation-clients-2009-agadir@liberation-2009-01-21-regionales-tanger:7','regionales-relation-clients-2009-agadir','liberation-2009-01-21-regionales-tanger',7,'supports',NULL);
INSERT INTO "citation" VALUES('regionales-relation-clients-2009-agadir@liberation-2009-01-21-regionales-tanger:8','regionales-relation-clients-2009-agadir','liberation-2009-01-21-regionales-tanger',8,'supports',NULL);
INSERT INTO "citation" VALUES('regionales-relation-clients-2009-tanger@liberation-2009-01-21-regionales-tanger:7','regionales-relation-clients-2009-tanger','liberation-2009-01-21-regionales-tanger',7,'supports',NULL);
INSERT INTO "citation" VALUES('regionales-relation-clients-2009-tanger@liberation-2009-01-21-regionales-tanger:8','regionales-relation-clients-2009-tanger','liberation-2009-01-21-regionales-tanger',8,'supports',NULL);
INSERT INTO "citation" VALUES('regionales-relation-clients-2009-marrakech@liberation-2009-01-21-regionales-tanger:7','regionales-relation-clients-2009-marrakech','liberation-2009-01-21-regionales-tanger',7,'supports',NULL);
INSERT INTO "citation" VALUES('regionales-relation-clients-2009-marrakech@liberation-2009-01-21-regionales-tanger:11','regionales-relation-clients-2009-marrakech','liberation-2009-01-21-regionales-tanger',11,'supports',NULL);
INSERT INTO "citation" VALUES('siccam-2020-oujda@orientalmarocain-2020-07-siccam-oujda:1','siccam-2020-oujda','orientalmarocain-2020-07-siccam-oujda',1,'supports',NULL);
INSERT INTO "citation" VALUES('siccam-2020-oujda@orientalmarocain-2020-07-siccam-oujda:2','siccam-2020-oujda','orientalmarocain-2020-07-siccam-oujda',2,'supports',NULL);
INSERT INTO "citation" VALUES('siccam-2020-oujda@orientalmarocain-2020-07-siccam-oujda:5','siccam-2020-oujda','orientalmarocain-2020-07-siccam-oujda',5,'supports',NULL);
INSERT INTO "citation" VALUES('intelcia-oujda-opening@orientalmarocain-2020-07-siccam-oujda:2','intelcia-oujda-opening','orientalmarocain-2020-07-siccam-oujda',2,'supports',NULL);
INSERT INTO "citation" VALUES('intelcia-portugal-opening@orientalmarocain-2020-07-siccam-oujda:2','intelcia-portugal-opening','orientalmarocain-2020-07-siccam-oujda',2,'supports',NULL);
INSERT INTO "citation" VALUES('intelcia-usa-opening@orientalmarocain-2020-07-siccam-oujda:2','intelcia-usa-opening','orientalmarocain-2020-07-siccam-oujda',2,'supports',NULL);
INSERT INTO "citation" VALUES('intelcia-jamaica-opening@orientalmarocain-2020-07-siccam-oujda:2','intelcia-jamaica-opening','orientalmarocain-2020-07-siccam-oujda',2,'supports',NULL);
INSERT INTO "citation" VALUES('unnamed-oujda-2020-tests@orientalmarocain-2020-07-siccam-oujda:2','unnamed-oujda-2020-tests','orientalmarocain-2020-07-siccam-oujda',2,'supports',NULL);
INSERT INTO "citation" VALUES('unnamed-oujda-2020-tests@orientalmarocain-2020-07-siccam-oujda:3','unnamed-oujda-2020-tests','orientalmarocain-2020-07-siccam-oujda',3,'supports',NULL);
INSERT INTO "citation" VALUES('saccom-oujda-shore-opening@orientalmarocain-2020-07-siccam-oujda:4','saccom-oujda-shore-opening','orientalmarocain-2020-07-siccam-oujda',4,'supports',NULL);
INSERT INTO "citation" VALUES('firo-notoriety-pact@orientalmarocain-2020-07-siccam-oujda:5','firo-notoriety-pact','orientalmarocain-2020-07-siccam-oujda',5,'supports',NULL);
INSERT INTO "citation" VALUES('siccam-2020-memorandum@orientalmarocain-2020-07-siccam-oujda:5','siccam-2020-memorandum','orientalmarocain-2020-07-siccam-oujda',5,'supports',NULL);
INSERT INTO "citation" VALUES('siccam-2020-exhibition@orientalmarocain-2020-07-siccam-oujda:1','siccam-2020-exhibition','orientalmarocain-2020-07-siccam-oujda',1,'supports',NULL);
INSERT INTO "citation" VALUES('siccam-2020-exhibition@orientalmarocain-2020-07-siccam-oujda:6','siccam-2020-exhibition','orientalmarocain-2020-07-siccam-oujda',6,'supports',NULL);
INSERT INTO "citation" VALUES('siccam-2020-exhibition-tour@orientalmarocain-2020-07-siccam-oujda:6','siccam-2020-exhibition-tour','orientalmarocain-2020-07-siccam-oujda',6,'supports',NULL);
INSERT INTO "citation" VALUES('morocco-first-offshore-centre-1999@orientalmarocain-2020-07-siccam-oujda:6','morocco-first-offshore-centre-1999','orientalmarocain-2020-07-siccam-oujda',6,'supports',NULL);
INSERT INTO "citation" VALUES('siccam-2020-trophies@orientalmarocain-2020-07-siccam-oujda:1','siccam-2020-trophies','orientalmarocain-2020-07-siccam-oujda',1,'supports',NULL);
INSERT INTO "citation" VALUES('siccam-2020-trophies@orientalmarocain-2020-07-siccam-oujda:7','siccam-2020-trophies','orientalmarocain-2020-07-siccam-oujda',7,'supports',NULL);
INSERT INTO "citation" VALUES('siccam-2020-investor-prizes@orientalmarocain-2020-07-siccam-oujda:1','siccam-2020-investor-prizes','orientalmarocain-2020-07-siccam-oujda',1,'supports',NULL);
INSERT INTO "citation" VALUES('siccam-2020-investor-prizes@orientalmarocain-2020-07-siccam-oujda:7','siccam-2020-investor-prizes','orientalmarocain-2020-07-siccam-oujda',7,'supports',NULL);
INSERT INTO "citation" VALUES('siccam-2020-webinar-trophy@orientalmarocain-2020-07-siccam-oujda:1','siccam-2020-webinar-trophy','orientalmarocain-2020-07-siccam-oujda',1,'supports',NULL);
INSERT INTO "citation" VALUES('siccam-2020-webinar-trophy@orientalmarocain-2020-07-siccam-oujda:7','siccam-2020-webinar-trophy','orientalmarocain-2020-07-siccam-oujda',7,'supports',NULL);
INSERT INTO "citation" VALUES('club-offshoring-oriental-founding@orientalmarocain-2020-07-siccam-oujda:8','club-offshoring-oriental-founding','orientalmarocain-2020-07-siccam-oujda',8,'supports',NULL);
INSERT INTO "citation" VALUES('club-offshoring-oriental-founding@orientalmarocain-2020-07-siccam-oujda:9','club-offshoring-oriental-founding','orientalmarocain-2020-07-siccam-oujda',9,'supports',NULL);
INSERT INTO "citation" VALUES('club-offshoring-oriental-first-meeting@orientalmarocain-2020-07-siccam-oujda:9','club-offshoring-oriental-first-meeting','orientalmarocain-2020-07-siccam-oujda',9,'supports',NULL);
INSERT INTO "citation" VALUES('club-offshoring-oriental-first-meeting@orientalmarocain-2020-07-siccam-oujda:10','club-offshoring-oriental-first-meeting','orientalmarocain-2020-07-siccam-oujda',10,'supports',NULL);
INSERT INTO "citation" VALUES('club-offshoring-oriental-jerada@orientalmarocain-2020-07-siccam-oujda:9','club-offshoring-oriental-jerada','orientalmarocain-2020-07-siccam-oujda',9,'supports',NULL);
INSERT INTO "citation" VALUES('club-offshoring-oriental-jerada@orientalmarocain-2020-07-siccam-oujda:10','club-offshoring-oriental-jerada','orientalmarocain-2020-07-siccam-oujda',10,'supports',NULL);
INSERT INTO "citation" VALUES('club-offshoring-oriental-casa-shore@orientalmarocain-2020-07-siccam-oujda:9','club-offshoring-oriental-casa-shore','orientalmarocain-2020-07-siccam-oujda',9,'supports',NULL);
INSERT INTO "citation" VALUES('club-offshoring-oriental-casa-shore@orientalmarocain-2020-07-siccam-oujda:10','club-offshoring-oriental-casa-shore','orientalmarocain-2020-07-siccam-oujda',10,'supports',NULL);
INSERT INTO "citation" VALUES('club-offshoring-oriental-incubator@orientalmarocain-2020-07-siccam-oujda:9','club-offshoring-oriental-incubator','orientalmarocain-2020-07-siccam-oujda',9,'supports',NULL);
INSERT INTO "citation" VALUES('club-offshoring-oriental-incubator@orientalmarocain-2020-07-siccam-oujda:10','club-offshoring-oriental-incubator','orientalmarocain-2020-07-siccam-oujda',10,'supports',NULL);
INSERT INTO "citation" VALUES('vipp-interstis-press-conference-2020@ciomag-2020-01-30-vipp-interstis:1','vipp-interstis-press-conference-2020','ciomag-2020-01-30-vipp-interstis',1,'supports',NULL);
INSERT INTO "citation" VALUES('vipp-interstis-lome-opening-2020@ciomag-2020-01-30-vipp-interstis:1','vipp-interstis-lome-opening-2020','ciomag-2020-01-30-vipp-interstis',1,'supports',NULL);
INSERT INTO "citation" VALUES('vipp-interstis-lome-opening-2020@ciomag-2020-01-30-vipp-interstis:11','vipp-interstis-lome-opening-2020','ciomag-2020-01-30-vipp-interstis',11,'supports',NULL);
INSERT INTO "citation" VALUES('vipp-interstis-lome-recruitment-2020@ciomag-2020-01-30-vipp-interstis:10','vipp-interstis-lome-recruitment-2020','ciomag-2020-01-30-vipp-interstis',10,'supports',NULL);
INSERT INTO "citation" VALUES('vipp-interstis-lome-recruitment-2020@ciomag-2020-01-30-vipp-interstis:11','vipp-interstis-lome-recruitment-2020','ciomag-2020-01-30-vipp-interstis',11,'supports',NULL);
INSERT INTO "citation" VALUES('vipp-interstis-founding-2010@ciomag-2020-01-30-vipp-interstis:6','vipp-interstis-founding-2010','ciomag-2020-01-30-vipp-interstis',6,'supports',NULL);
INSERT INTO "citation" VALUES('phone-marketing-dreux-2009-400@silicon-2009-centres-rapatries:6','phone-marketing-dreux-2009-400','silicon-2009-centres-rapatries',6,'supports',NULL);
INSERT INTO "citation" VALUES('webhelp-agadir-2011-400@aujourdhui-2011-webhelp-agadir:4','webhelp-agadir-2011-400','aujourdhui-2011-webhelp-agadir',4,'supports',NULL);
INSERT INTO "citation" VALUES('souss-massa-2011-3500@aujourdhui-2011-webhelp-agadir:4','souss-massa-2011-3500','aujourdhui-2011-webhelp-agadir',4,'supports',NULL);
INSERT INTO "citation" VALUES('oujda-2020-3000@orientalmarocain-2020-07-siccam-oujda:2','oujda-2020-3000','orientalmarocain-2020-07-siccam-oujda',2,'supports',NULL);
INSERT INTO "citation" VALUES('oujda-2020-3000@orientalmarocain-2020-07-siccam-oujda:3','oujda-2020-3000','orientalmarocain-2020-07-siccam-oujda',3,'supports',NULL);
INSERT INTO "citation" VALUES('saccom-oujda-2020-1000@orientalmarocain-2020-07-siccam-oujda:4','saccom-oujda-2020-1000','orientalmarocain-2020-07-siccam-oujda',4,'supports',NULL);
INSERT INTO "citation" VALUES('vipp-interstis-lome-2020-500@ciomag-2020-01-30-vipp-interstis:2','vipp-interstis-lome-2020-500','ciomag-2020-01-30-vipp-interstis',2,'supports',NULL);
INSERT INTO "citation" VALUES('vipp-interstis-lome-2020-100@ciomag-2020-01-30-vipp-interstis:2','vipp-interstis-lome-2020-100','ciomag-2020-01-30-vipp-interstis',2,'supports',NULL);
INSERT INTO "citation" VALUES('vipp-interstis-lome-2020-25@ciomag-2020-01-30-vipp-interstis:10','vipp-interstis-lome-2020-25','ciomag-2020-01-30-vipp-interstis',10,'supports',NULL);
INSERT INTO "citation" VALUES('vipp-interstis-lome-2020-25@ciomag-2020-01-30-vipp-interstis:11','vipp-interstis-lome-2020-25','ciomag-2020-01-30-vipp-interstis',11,'supports',NULL);
INSERT INTO "citation" VALUES('togo-outsourcing-2020-5000@ciomag-2020-01-30-vipp-interstis:4','togo-outsourcing-2020-5000','ciomag-2020-01-30-vipp-interstis',4,'supports',NULL);
INSERT INTO "citation" VALUES('keyyo-abbeville-2009-11@silicon-2009-centres-rapatries:7','keyyo-abbeville-2009-11','silicon-2009-centres-rapatries',7,'supports',NULL);
INSERT INTO "citation" VALUES('keyyo-relocation-cost@silicon-2009-centres-rapatries:7','keyyo-relocation-cost','silicon-2009-centres-rapatries',7,'supports',NULL);
INSERT INTO "citation" VALUES('keyyo-relocation-cost@silicon-2009-centres-rapatries:8','keyyo-relocation-cost','silicon-2009-centres-rapatries',8,'supports',NULL);
INSERT INTO "citation" VALUES('drarga-pepiniere-cost@aujourdhui-2011-webhelp-agadir:4','drarga-pepiniere-cost','aujourdhui-2011-webhelp-agadir',4,'supports',NULL);
INSERT INTO "citation" VALUES('keyyo-client-size@silicon-2009-centres-rapatries:7','keyyo-client-size','silicon-2009-centres-rapatries',7,'supports',NULL);
INSERT INTO "citation" VALUES('webhelp-agadir-negotiation-years@aujourdhui-2011-webhelp-agadir:4','webhelp-agadir-negotiation-years','aujourdhui-2011-webhelp-agadir',4,'supports',NULL);
INSERT INTO "citation" VALUES('agadir-new-sites-2011@aujourdhui-2011-webhelp-agadir:4','agadir-new-sites-2011','aujourdhui-2011-webhelp-agadir',4,'supports',NULL);
INSERT INTO "citation" VALUES('drarga-pepiniere-premises@aujourdhui-2011-webhelp-agadir:4','drarga-pepiniere-premises','aujourdhui-2011-webhelp-agadir',4,'supports',NULL);
INSERT INTO "citation" VALUES('drarga-pepiniere-completion@aujourdhui-2011-webhelp-agadir:4','drarga-pepiniere-completion','aujourdhui-2011-webhelp-agadir',4,'supports',NULL);
INSERT INTO "citation" VALUES('webhelp-france-sites-2011@aujourdhui-2011-webhelp-agadir:4','webhelp-france-sites-2011','aujourdhui-2011-webhelp-agadir',4,'supports',NULL);
INSERT INTO "citation" VALUES('webhelp-morocco-sites-2011@aujourdhui-2011-webhelp-agadir:4','webhelp-morocco-sites-2011','aujourdhui-2011-webhelp-agadir',4,'supports',NULL);
INSERT INTO "citation" VALUES('regionales-relation-clients-2009-stages@liberation-2009-01-21-regionales-tanger:7','regionales-relation-clients-2009-stages','liberation-2009-01-21-regionales-tanger',7,'supports',NULL);
INSERT INTO "citation" VALUES('regionales-relation-clients-2009-tanger-participants@liberation-2009-01-21-regionales-tanger:8','regionales-relation-clients-2009-tanger-participants','liberation-2009-01-21-regionales-tanger',8,'supports',NULL);
INSERT INTO "citation" VALUES('morocco-new-sites-2009@liberation-2009-01-21-regionales-tanger:10','morocco-new-sites-2009','liberation-2009-01-21-regionales-tanger',10,'supports',NULL);
INSERT INTO "citation" VALUES('morocco-growth-years-2009@liberation-2009-01-21-regionales-tanger:10','morocco-growth-years-2009','liberation-2009-01-21-regionales-tanger',10,'supports',NULL);
INSERT INTO "citation" VALUES('morocco-vacancies-2009@liberation-2009-01-21-regionales-tanger:10','morocco-vacancies-2009','liberation-2009-01-21-regionales-tanger',10,'supports',NULL);
INSERT INTO "citation" VALUES('siccam-2020-areas@orientalmarocain-2020-07-siccam-oujda:1','siccam-2020-areas','orientalmarocain-2020-07-siccam-oujda',1,'supports',NULL);
INSERT INTO "citation" VALUES('siccam-2020-trophies-number@orientalmarocain-2020-07-siccam-oujda:1','siccam-2020-trophies-number','orientalmarocain-2020-07-siccam-oujda',1,'supports',NULL);
INSERT INTO "citation" VALUES('siccam-2020-trophies-number@orientalmarocain-2020-07-siccam-oujda:7','siccam-2020-trophies-number','orientalmarocain-2020-07-siccam-oujda',7,'supports',NULL);
INSERT INTO "citation" VALUES('siccam-2020-investor-prizes-number@orientalmarocain-2020-07-siccam-oujda:1','siccam-2020-investor-prizes-number','orientalmarocain-2020-07-siccam-oujda',1,'supports',NULL);
INSERT INTO "citation" VALUES('siccam-2020-investor-prizes-number@orientalmarocain-2020-07-siccam-oujda:7','siccam-2020-investor-prizes-number','orientalmarocain-2020-07-siccam-oujda',7,'supports',NULL);
INSERT INTO "citation" VALUES('morocco-offshoring-years-2020@orientalmarocain-2020-07-siccam-oujda:6','morocco-offshoring-years-2020','orientalmarocain-2020-07-siccam-oujda',6,'supports',NULL);
INSERT INTO "citation" VALUES('vipp-interstis-contacts-2020@ciomag-2020-01-30-vipp-interstis:9','vipp-interstis-contacts-2020','ciomag-2020-01-30-vipp-interstis',9,'supports',NULL);
INSERT INTO "citation" VALUES('lazard-keyyo-marketing@silicon-2009-centres-rapatries:8','lazard-keyyo-marketing','silicon-2009-centres-rapatries',8,'supports',NULL);
INSERT INTO "citation" VALUES('baudouin-keyyo-business@silicon-2009-centres-rapatries:10','baudouin-keyyo-business','silicon-2009-centres-rapatries',10,'supports',NULL);
INSERT INTO "citation" VALUES('sarkozy-president@silicon-2009-centres-rapatries:4','sarkozy-president','silicon-2009-centres-rapatries',4,'supports',NULL);
INSERT INTO "citation" VALUES('bernoussi-intelcia-ceo@orientalmarocain-2020-07-siccam-oujda:2','bernoussi-intelcia-ceo','orientalmarocain-2020-07-siccam-oujda',2,'supports',NULL);
INSERT INTO "citation" VALUES('oudghiri-saccom-ceo@orientalmarocain-2020-07-siccam-oujda:4','oudghiri-saccom-ceo','orientalmarocain-2020-07-siccam-oujda',4,'supports',NULL);
INSERT INTO "citation" VALUES('berc-vipp-interstis-president@ciomag-2020-01-30-vipp-interstis:1','berc-vipp-interstis-president','ciomag-2020-01-30-vipp-interstis',1,'supports',NULL);
INSERT INTO "citation" VALUES('berc-vipp-interstis-president@ciomag-2020-01-30-vipp-interstis:6','berc-vipp-interstis-president','ciomag-2020-01-30-vipp-interstis',6,'supports',NULL);
INSERT INTO "citation" VALUES('lawson-togo-minister@ciomag-2020-01-30-vipp-interstis:1','lawson-togo-minister','ciomag-2020-01-30-vipp-interstis',1,'supports',NULL);
INSERT INTO "citation" VALUES('lawson-togo-minister@ciomag-2020-01-30-vipp-interstis:2','lawson-togo-minister','ciomag-2020-01-30-vipp-interstis',2,'supports',NULL);
INSERT INTO "citation" VALUES('call-centres-africa-before-2009@silicon-2009-centres-rapatries:5','call-centres-africa-before-2009','silicon-2009-centres-rapatries',5,'supports',NULL);
INSERT INTO "citation" VALUES('return-quality-for-cost@silicon-2009-centres-rapatries:6','return-quality-for-cost','silicon-2009-centres-rapatries',6,'supports',NULL);
INSERT INTO "citation" VALUES('return-quality-for-cost@silicon-2009-centres-rapatries:7','return-quality-for-cost','silicon-2009-centres-rapatries',7,'supports',NULL);
INSERT INTO "citation" VALUES('keyyo-reason-costs@silicon-2009-centres-rapatries:8','keyyo-reason-costs','silicon-2009-centres-rapatries',8,'supports',NULL);
INSERT INTO "citation" VALUES('keyyo-reason-costs@silicon-2009-centres-rapatries:9','keyyo-reason-costs','silicon-2009-centres-rapatries',9,'supports',NULL);
INSERT INTO "citation" VALUES('companies-close-to-customers-2009@silicon-2009-centres-rapatries:11','companies-close-to-customers-2009','silicon-2009-centres-rapatries',11,'supports',NULL);
INSERT INTO "citation" VALUES('webhelp-large-outsourcer@aujourdhui-2011-webhelp-agadir:4','webhelp-large-outsourcer','aujourdhui-2011-webhelp-agadir',4,'supports',NULL);
INSERT INTO "citation" VALUES('drarga-pepiniere-purpose@aujourdhui-2011-webhelp-agadir:4','drarga-pepiniere-purpose','aujourdhui-2011-webhelp-agadir',4,'supports',NULL);
INSERT INTO "citation" VALUES('morocco-favoured-land-2009@liberation-2009-01-21-regionales-tanger:5','morocco-favoured-land-2009','liberation-2009-01-21-regionales-tanger',5,'supports',NULL);
INSERT INTO "citation" VALUES('morocco-centres-concentrated-2009@liberation-2009-01-21-regionales-tanger:7','morocco-centres-concentrated-2009','liberation-2009-01-21-regionales-tanger',7,'supports',NULL);
INSERT INTO "citation" VALUES('anapec-scheme-2009@liberation-2009-01-21-regionales-tanger:9','anapec-scheme-2009','liberation-2009-01-21-regionales-tanger',9,'supports',NULL);
INSERT INTO "citation" VALUES('morocco-offshore-market-2009@liberation-2009-01-21-regionales-tanger:10','morocco-offshore-market-2009','liberation-2009-01-21-regionales-tanger',10,'supports',NULL);
INSERT INTO "citation" VALUES('siccam-2020-after-cancellations@orientalmarocain-2020-07-siccam-oujda:1','siccam-2020-after-cancellations','orientalmarocain-2020-07-siccam-oujda',1,'supports',NULL);
INSERT INTO "citation" VALUES('oujda-announcements-cheerful@orientalmarocain-2020-07-siccam-oujda:2','oujda-announcements-cheerful','orientalmarocain-2020-07-siccam-oujda',2,'supports',NULL);
INSERT INTO "citation" VALUES('morocco-twenty-years-2020@orientalmarocain-2020-07-siccam-oujda:6','morocco-twenty-years-2020','orientalmarocain-2020-07-siccam-oujda',6,'supports',NULL);
INSERT INTO "citation" VALUES('vipp-interstis-channels@ciomag-2020-01-30-vipp-interstis:9','vipp-interstis-channels','ciomag-2020-01-30-vipp-interstis',9,'supports',NULL);
INSERT INTO "citation" VALUES('vipp-interstis-channels@ciomag-2020-01-30-vipp-interstis:10','vipp-interstis-channels','ciomag-2020-01-30-vipp-interstis',10,'supports',NULL);
INSERT INTO "citation" VALUES('vipp-interstis-togo-training@ciomag-2020-01-30-vipp-interstis:2','vipp-interstis-togo-training','ciomag-2020-01-30-vipp-interstis',2,'supports',NULL);
INSERT INTO "citation" VALUES('togo-services-hub@ciomag-2020-01-30-vipp-interstis:3','togo-services-hub','ciomag-2020-01-30-vipp-interstis',3,'supports',NULL);
INSERT INTO "citation" VALUES('togo-services-hub@ciomag-2020-01-30-vipp-interstis:4','togo-services-hub','ciomag-2020-01-30-vipp-interstis',4,'supports',NULL);
INSERT INTO "citation" VALUES('lawson-togo-attractive@ciomag-2020-01-30-vipp-interstis:4','lawson-togo-attractive','ciomag-2020-01-30-vipp-interstis',4,'supports',NULL);
INSERT INTO "citation" VALUES('vipp-interstis-reason-infrastructure@ciomag-2020-01-30-vipp-interstis:6','vipp-interstis-reason-infrastructure','ciomag-2020-01-30-vipp-interstis',6,'supports',NULL);
CREATE TABLE claim (
	id VARCHAR(120) NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	summary TEXT NOT NULL, 
	said_by_id VARCHAR(120), 
	preferred_because TEXT, 
	note TEXT, 
	CONSTRAINT pk_claim PRIMARY KEY (id), 
	CONSTRAINT fk_claim_kind FOREIGN KEY(kind) REFERENCES claim_kind (id), 
	CONSTRAINT fk_claim_said_by_id FOREIGN KEY(said_by_id) REFERENCES party (id)
);
INSERT INTO "claim" VALUES('phone-marketing-dreux','site','Site of Phone Marketing in Dreux (planned)',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('keyyo-abbeville','site','Site of Keyyo in Abbeville (open)',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('keyyo-casablanca','site','Site of Keyyo in Casablanca (closed)',NULL,NULL,'The article says that the call service for companies left Casablanca and Morocco. Whether Keyyo ran that centre itself or a contractor did, and whether the centre goes on for others, isn''t said.');
INSERT INTO "claim" VALUES('webhelp-agadir-dakhla','site','Site of Webhelp in Dakhla (planned)',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('webhelp-fes','site','Site of Webhelp in Fès (open)',NULL,NULL,'One or more of the ten sites in Morocco, which stand in Fès and Rabat.');
INSERT INTO "claim" VALUES('webhelp-rabat','site','Site of Webhelp in Rabat (open)',NULL,NULL,'One or more of the ten sites in Morocco, which stand in Fès and Rabat.');
INSERT INTO "claim" VALUES('webhelp-france','site','Site of Webhelp in France (open)',NULL,NULL,'Stands for the ten sites in France, whose places aren''t named.');
INSERT INTO "claim" VALUES('webhelp-romania','site','Site of Webhelp in Romania (open)',NULL,NULL,'Number and places of the sites aren''t given.');
INSERT INTO "claim" VALUES('phone-assistance-agadir','site','Site of Phone assistance in Agadir (planned)',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('unnamed-agadir-2011','site','Site of unnamed operator in Agadir (planned)',NULL,NULL,'The centre of a further operator, not named; the other one of two is Phone assistance.');
INSERT INTO "claim" VALUES('intelcia-oujda','site','Site of Intelcia in Oujda (planned)',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('intelcia-portugal','site','Site of Intelcia in Portugal (open)',NULL,NULL,'Opened shortly before; the city isn''t named.');
INSERT INTO "claim" VALUES('intelcia-usa','site','Site of Intelcia in United States (open)',NULL,NULL,'Opened shortly before; the city isn''t named.');
INSERT INTO "claim" VALUES('intelcia-jamaica','site','Site of Intelcia in Jamaica (open)',NULL,NULL,'Opened shortly before; the city isn''t named.');
INSERT INTO "claim" VALUES('unnamed-oujda-2020-1','site','Site of unnamed operator in Oujda (planned)',NULL,NULL,'The first of two other groups of international renown, not named, that add to those installed.');
INSERT INTO "claim" VALUES('unnamed-oujda-2020-2','site','Site of unnamed operator in Oujda (planned)',NULL,NULL,'The second of two other groups of international renown, not named, that add to those installed.');
INSERT INTO "claim" VALUES('notoriety-oujda','site','Site of Notoriety in Oujda (open)',NULL,NULL,'Named among the entities already installed; so is Saccom, which has yet to begin work, so that operation isn''t certain. See firo-notoriety-pact for Oujda-shore.');
INSERT INTO "claim" VALUES('saccom-oujda-shore','site','Site of Saccom in Oujda Shore (planned)',NULL,NULL,'Paragraph 3 names Saccom among the entities already installed, paragraph 4 has it begin work next month. Installed isn''t yet at work, hence planned.');
INSERT INTO "claim" VALUES('eca-groupe-oujda','site','Site of Eca groupe in Oujda (open)',NULL,NULL,'Named among the entities already installed; so is Saccom, which has yet to begin work, so that operation isn''t certain.');
INSERT INTO "claim" VALUES('vipp-interstis-lome','site','Site of VIPP Interstis in Lomé (planned)',NULL,NULL,'The building is for the beginning of its activities.');
INSERT INTO "claim" VALUES('vipp-interstis-cameroon','site','Site of VIPP Interstis in Cameroon (open)',NULL,NULL,'The article says that the group is established in the country; city and number of sites are not given.');
INSERT INTO "claim" VALUES('vipp-interstis-benin','site','Site of VIPP Interstis in Benin (open)',NULL,NULL,'The article says that the group is established in the country; city and number of sites are not given.');
INSERT INTO "claim" VALUES('phone-marketing-dreux-opening','event','Phone Marketing has just announced that it wants to open a new call centre in Dreux, from June 2009.',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('keyyo-relocation-abbeville','event','Keyyo brings its call service for companies back to France, from Casablanca to Abbeville.',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('webhelp-agadir-negotiation','event','The regional investment centre and Webhelp negotiate for nearly three years about Agadir.',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('webhelp-agadir-contract','event','Webhelp signs the contract to set up a call centre in the quarter of Dakhla in Agadir.',NULL,NULL,'With whom the contract was signed isn''t said.');
INSERT INTO "claim" VALUES('webhelp-agadir-language-tests','event','The tests of French for the call centre of Webhelp in Agadir have begun.',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('webhelp-agadir-recruitment','event','Staff for the call centre of Webhelp in Agadir are to be recruited in September.',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('webhelp-agadir-opening','event','The call centre of Webhelp in Agadir is to be in operation from the beginning of October.',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('phone-assistance-agadir-opening','event','Phone assistance has decided to open a new call centre in Agadir.',NULL,NULL,'No date is given.');
INSERT INTO "claim" VALUES('unnamed-agadir-2011-opening','event','A further operator, not named, has decided to open a new call centre in Agadir.',NULL,NULL,'No date is given.');
INSERT INTO "claim" VALUES('drarga-pepiniere-opening','event','The incubator of Drarga, for small and medium call centres, is to open.',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('souss-massa-language-academy','event','An academy of English and German, tied to the offshoring zone, is planned in the region.',NULL,NULL,'No date is given. The article says the region, without its name.');
INSERT INTO "claim" VALUES('regionales-centres-appels-maroc','event','Regional shows on call centres are held in different Moroccan cities to promote offshoring.',NULL,NULL,'The organiser isn''t named; perhaps the same series as regionales-relation-clients-2009.');
INSERT INTO "claim" VALUES('regionales-relation-clients-2009','event','For the first time in Morocco SICCAM organises a touring show, on call centres, in seven cities.',NULL,NULL,'Paragraph 8 also calls it the Régionales des centres d''appels. Under way, hence happened; the stages still to come are planned.');
INSERT INTO "claim" VALUES('regionales-relation-clients-2009-agadir','event','The touring show stops in Agadir, before Tangier.',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('regionales-relation-clients-2009-tanger','event','The tour holds its second stage in Tangier; the regional investment centre is its main supporter.',NULL,NULL,'Other public and private partners took part too; they aren''t named.');
INSERT INTO "claim" VALUES('regionales-relation-clients-2009-marrakech','event','The touring show is to go on to Marrakech, another region with other opportunities to invest.',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('siccam-2020-oujda','event','The 17th SICCAM is held in Oujda, organised by the investment centre of the Oriental.',NULL,NULL,'Agreements were concluded there; see firo-notoriety-pact and siccam-2020-memorandum.');
INSERT INTO "claim" VALUES('intelcia-oujda-opening','event','Intelcia has chosen Oujda for its new call centre, to start from August.','karim-bernoussi',NULL,NULL);
INSERT INTO "claim" VALUES('intelcia-portugal-opening','event','Intelcia opens in Portugal.',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('intelcia-usa-opening','event','Intelcia opens in the United States.',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('intelcia-jamaica-opening','event','Intelcia opens in Jamaica.',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('unnamed-oujda-2020-tests','event','Two other groups of international renown, not named, are about to begin their recruitment tests.',NULL,NULL,'The city isn''t repeated; the groups add to those installed there.');
INSERT INTO "claim" VALUES('saccom-oujda-shore-opening','event','Saccom is to begin its activities at Oujda-shore.','moulay-zine-el-oudghiri',NULL,NULL);
INSERT INTO "claim" VALUES('firo-notoriety-pact','event','The fund FIRO and the group Notoriety make their shareholders'' pact official, for Oujda-shore.',NULL,NULL,'Whether Oujda-shore is where they signed or where the shared business stands isn''t clear. The amount isn''t given.');
INSERT INTO "claim" VALUES('siccam-2020-memorandum','event','A memorandum of understanding is signed with another operator of offshoring, not named.',NULL,NULL,'Neither of the signatories is named.');
INSERT INTO "claim" VALUES('siccam-2020-exhibition','event','An exhibition of pictures on twenty years of offshoring in Morocco closes the show.',NULL,NULL,'For the time being it stands at the investment centre of the Oriental.');
INSERT INTO "claim" VALUES('siccam-2020-exhibition-tour','event','The exhibition on twenty years of offshoring is to tour all of Morocco.',NULL,NULL,'No date is given.');
INSERT INTO "claim" VALUES('morocco-first-offshore-centre-1999','event','An offshore call centre, said to be the first in Africa, is set up in Morocco.',NULL,NULL,'Operator and city aren''t named. See morocco-first-offshore-africa-1999 for the claim to be the first.');
INSERT INTO "claim" VALUES('siccam-2020-trophies','event','Three trophies go to companies that stood out by keeping up their activity in the lockdown.',NULL,NULL,'The companies aren''t named.');
INSERT INTO "claim" VALUES('siccam-2020-investor-prizes','event','Four further prizes go to investors in offshoring in the Oriental.',NULL,NULL,'The investors aren''t named.');
INSERT INTO "claim" VALUES('siccam-2020-webinar-trophy','event','Marie Agnès Verron, of Belgium, receives the webinar trophy of this edition.',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('club-offshoring-oriental-founding','event','The offshoring club of the Oriental begins its work.',NULL,NULL,'An initiative of the regional investment centre, of Apebi and of SICCAM.');
INSERT INTO "claim" VALUES('club-offshoring-oriental-first-meeting','event','At its first meeting the club settles on a new activity for young people in the area of Jerada.',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('club-offshoring-oriental-jerada','event','A new activity, steered by Saccom, is to benefit young people in the area of Jerada.',NULL,NULL,'With the support of the local authorities. What the activity is, and when, isn''t said. The article says the area of Jerada, not the town alone.');
INSERT INTO "claim" VALUES('club-offshoring-oriental-casa-shore','event','The club is to go on a mission to Casa-shore, in partnership with MedZ.',NULL,NULL,'No date is given.');
INSERT INTO "claim" VALUES('club-offshoring-oriental-incubator','event','Call centres and startups in the Oriental are to be picked out for a state-of-the-art incubator.',NULL,NULL,'Those that want the club''s help for their growth. The article doesn''t say that the club does the picking out.');
INSERT INTO "claim" VALUES('vipp-interstis-press-conference-2020','event','VIPP Interstis announces that it will set up in Togo''s capital, and what it aims at from there.',NULL,NULL,'The president led the conference, the minister at his side. Where it was held isn''t said; the country is the one that it was about.');
INSERT INTO "claim" VALUES('vipp-interstis-lome-opening-2020','event','VIPP Interstis is to begin its activities in Togo, in a Ramco building in Lomé.',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('vipp-interstis-lome-recruitment-2020','event','VIPP Interstis is to recruit in Togo from March 2020.',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('vipp-interstis-founding-2010','event','The French group VIPP Interstis is founded.',NULL,NULL,'Where it was founded isn''t said.');
INSERT INTO "claim" VALUES('phone-marketing-dreux-2009-400','pledge','Phone Marketing: 400 jobs in Dreux','phone-marketing',NULL,'Announced by the management as jobs to be created soon; no date by which. That all of them are in Dreux follows from the sentence before, it isn''t said.');
INSERT INTO "claim" VALUES('webhelp-agadir-2011-400','pledge','Webhelp: about 400 seats in Dakhla',NULL,NULL,'Nearly 400 "positions", that is, workstations, in the long run. No date by which; the opening isn''t that date.');
INSERT INTO "claim" VALUES('souss-massa-2011-3500','pledge','3500 jobs in Souss-Massa',NULL,NULL,'From the regional strategy of economic and social development; no body is named and no date is given. The sentence ties the jobs to the academy, to the offshoring zone and to the growth of the sector together.');
INSERT INTO "claim" VALUES('oujda-2020-3000','pledge','Notoriety, Saccom, Eca groupe and two unnamed groups are to provide over 3,000 jobs in Oujda.',NULL,NULL,'More than 3,000 in the long run, without a date. They in the sentence are the two unnamed groups and the three entities installed. Intelcia stands in the paragraph before; "in all" may include it, and it is left out because the sentence doesn''t name it. "In all" includes jobs that the three may already have. No claimant is named.');
INSERT INTO "claim" VALUES('saccom-oujda-2020-1000','pledge','Saccom: 1000 jobs in Oujda Shore','moulay-zine-el-oudghiri',NULL,'In the long run, without a date. A part of the joint figure, because Saccom is among those that it counts. The article has Saccom both installed and yet to begin, so whether some of the jobs are there already isn''t clear.');
INSERT INTO "claim" VALUES('vipp-interstis-lome-2020-500','pledge','VIPP Interstis: 500 jobs in Togo by 2023-01',NULL,NULL,'A commitment to recruit young people; the next sentence calls them jobs created, hence the measure.');
INSERT INTO "claim" VALUES('vipp-interstis-lome-2020-100','pledge','VIPP Interstis: 100 jobs in Togo by 2021-03',NULL,NULL,'The first tranche of the 500; the article says recruit, and then jobs created.');
INSERT INTO "claim" VALUES('vipp-interstis-lome-2020-25','pledge','VIPP Interstis: 25 staff in Lomé by 2020-04-01',NULL,NULL,'The team on the first day, young Togolese.');
INSERT INTO "claim" VALUES('togo-outsourcing-2020-5000','pledge','Gouvernement togolais: 5000 jobs in Togo by 2025-01',NULL,NULL,'A target for outsourced services in the whole country; the article says that the country wants it.');
INSERT INTO "claim" VALUES('keyyo-abbeville-2009-11','report','Keyyo: 11 jobs created in Abbeville',NULL,NULL,'In the article''s own voice. How many jobs Casablanca lost isn''t said.');
INSERT INTO "claim" VALUES('keyyo-relocation-cost','investment','The return of Keyyo''s call service to France costs about 150,000 euros.','celine-lazard',NULL,'The sum stands in quotation marks, without a name; the next sentence quotes Céline Lazard.');
INSERT INTO "claim" VALUES('drarga-pepiniere-cost','investment','The building works of the Drarga incubator cost 4.28 million dirhams.',NULL,NULL,'The cost of all works, which were 70 % complete; who pays isn''t said.');
INSERT INTO "claim" VALUES('keyyo-client-size','statistic','The companies that Keyyo''s call service works for are mainly small, with up to 20 employees.',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('webhelp-agadir-negotiation-years','statistic','The negotiations between the regional investment centre and Webhelp lasted nearly three years.',NULL,NULL,'Nearly three years, in words.');
INSERT INTO "claim" VALUES('agadir-new-sites-2011','statistic','Three call centres of well-known companies are to open in Agadir in the time to come.',NULL,NULL,'Webhelp, Phone assistance and an operator that isn''t named. In words.');
INSERT INTO "claim" VALUES('drarga-pepiniere-premises','statistic','The Drarga incubator has about 37 premises.',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('drarga-pepiniere-completion','statistic','The building works of the Drarga incubator are 70 % complete.',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('webhelp-france-sites-2011','statistic','Webhelp has ten sites in France.',NULL,NULL,'In words.');
INSERT INTO "claim" VALUES('webhelp-morocco-sites-2011','statistic','Webhelp has ten sites in Morocco, in Fès and Rabat.',NULL,NULL,'In words; how many in each of the two cities isn''t said.');
INSERT INTO "claim" VALUES('regionales-relation-clients-2009-stages','statistic','The touring show is to stop in seven cities.',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('regionales-relation-clients-2009-tanger-participants','statistic','No fewer than some thirty participants came to the stage in Tangier.',NULL,NULL,'The article says no fewer than about thirty, in words, so that the lower end is itself a round number.');
INSERT INTO "claim" VALUES('morocco-new-sites-2009','statistic','Twenty new call centres, for French and for Spanish speakers, are set up in Morocco each year.',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('morocco-growth-years-2009','statistic','Call centres have grown strongly in Morocco for more than five years.',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('morocco-vacancies-2009','statistic','Call centres in Morocco need staff for about 250 posts a week.',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('siccam-2020-areas','statistic','The show offers four areas, for an exhibition in the open, talks, signatures and webinars.',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('siccam-2020-trophies-number','statistic','Three trophies are given to companies that kept up their activity.',NULL,NULL,'In words.');
INSERT INTO "claim" VALUES('siccam-2020-investor-prizes-number','statistic','Four prizes are given to investors in offshoring in the Oriental.',NULL,NULL,'In words.');
INSERT INTO "claim" VALUES('morocco-offshoring-years-2020','statistic','Offshoring in Morocco has lasted for twenty years.',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('vipp-interstis-contacts-2020','statistic','VIPP Interstis deals with more than 35 million customer contacts a year.',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('lazard-keyyo-marketing','position','Céline Lazard: Marketing director, Keyyo',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('baudouin-keyyo-business','position','Silvère Baudouin: Director of the division Keyyo Business, Keyyo',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('sarkozy-president','position','Nicolas Sarkozy: President',NULL,NULL,'Of the French Republic, which the article doesn''t say.');
INSERT INTO "claim" VALUES('bernoussi-intelcia-ceo','position','Karim Bernoussi: Chairman and chief executive, Intelcia',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('oudghiri-saccom-ceo','position','Moulay Zine El Oudghiri: Chairman and chief executive, Saccom',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('berc-vipp-interstis-president','position','Charles-Emmanuel Berc: President of the group, VIPP Interstis',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('lawson-togo-minister','position','Cina Lawson: Minister of Posts, the Digital Economy and Technological Innovations of Togo, Ministère des Postes, de l''Économie numérique et des Innovations technologiques',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('call-centres-africa-before-2009','statement','With that trend call centres flourished in countries of sub-Saharan Africa or of the Maghreb.',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('return-quality-for-cost','statement','Those who return say that they give up offshoring''s lower costs for a better quality of service.',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('keyyo-reason-costs','statement','Keyyo says that it had no real choice in the face of a substantial rise in costs.','celine-lazard',NULL,'The quotation names no speaker; she is quoted just before. Which costs rose isn''t said: those in Casablanca, or those of the return.');
INSERT INTO "claim" VALUES('companies-close-to-customers-2009','statement','Companies that can afford it choose to come closer to their customers and to favour proximity.',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('webhelp-large-outsourcer','statement','Webhelp is called one of the largest outsourcing companies.',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('drarga-pepiniere-purpose','statement','The incubator is to bring a new category of centres, without the money and staff of large operators.',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('morocco-favoured-land-2009','statement','The heading calls Morocco a favoured land for call centres.',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('morocco-centres-concentrated-2009','statement','Call centres in Morocco stand mainly along the axis of the economic capital.',NULL,NULL,'That is Casablanca, which the article doesn''t name.');
INSERT INTO "claim" VALUES('anapec-scheme-2009','statement','ANAPEC has set up a scheme to support call centres in training and in recruitment.',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('morocco-offshore-market-2009','statement','Some work offshore, as foreign firms move customer relations to low-cost countries like Morocco.',NULL,NULL,'The article puts low cost in quotation marks, and speaks of several foreign companies.');
INSERT INTO "claim" VALUES('siccam-2020-after-cancellations','statement','SICCAM is the first professional event to be held after the cancellations of the epidemic.',NULL,NULL,'All those that draw crowds had been cancelled at the beginning of the epidemic.');
INSERT INTO "claim" VALUES('oujda-announcements-cheerful','statement','The article finds the announcements made at the show cheerful.',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('morocco-twenty-years-2020','statement','Since 1999 Moroccan offshoring has gone its way for twenty years, with high points.',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('vipp-interstis-channels','statement','VIPP Interstis manages the customer relations of companies by telephone, mail and chat.',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('vipp-interstis-togo-training','statement','Beyond the jobs created, VIPP Interstis is to train the young people.',NULL,NULL,'A plan, without a figure or a date.');
INSERT INTO "claim" VALUES('togo-services-hub','statement','Togo wants to become a logistics hub of services.',NULL,NULL,NULL);
INSERT INTO "claim" VALUES('lawson-togo-attractive','statement','To the minister the choice of VIPP Interstis shows that the country is attractive.','cina-lawson',NULL,NULL);
INSERT INTO "claim" VALUES('vipp-interstis-reason-infrastructure','statement','Good infrastructure, ready to use, is a further reason for the group''s wish to settle in Togo.',NULL,NULL,NULL);
CREATE TABLE claim_kind (
	id VARCHAR(40) NOT NULL, 
	position INTEGER NOT NULL, 
	label_en VARCHAR(300) NOT NULL, 
	label_fr VARCHAR(300) NOT NULL, 
	definition TEXT NOT NULL, 
	CONSTRAINT pk_claim_kind PRIMARY KEY (id)
);
INSERT INTO "claim_kind" VALUES('site',1,'site','site','A centre that an operator runs or plans at a place, with or without its name.');
INSERT INTO "claim_kind" VALUES('event',2,'event','événement','Something that happened, or is planned, at a time. A lasting state is a statement.');
INSERT INTO "claim_kind" VALUES('pledge',3,'job pledge','engagement d''emplois','A figure of jobs or seats in the future that somebody committed to, targeted or projected.');
INSERT INTO "claim_kind" VALUES('verdict',4,'verdict','bilan','What a source shows to have become of a pledge. Only where a source says so; the rest is computed.');
INSERT INTO "claim_kind" VALUES('report',5,'job report','effectif constaté','A figure of jobs or seats in the present or the past. Choose pledge for the future.');
INSERT INTO "claim_kind" VALUES('investment',6,'investment','investissement','An amount of money spent or to be spent.');
INSERT INTO "claim_kind" VALUES('statistic',7,'statistic','statistique','A figure that counts no jobs of one employer and no money. Vacancies of a whole market are one.');
INSERT INTO "claim_kind" VALUES('position',8,'position','fonction','A role that a person held at an organisation.');
INSERT INTO "claim_kind" VALUES('succession',9,'succession','succession','A rename, a merger or an acquisition between operators.');
INSERT INTO "claim_kind" VALUES('statement',10,'statement','déclaration','A fact or a judgement that no other kind holds. Choose it last.');
CREATE TABLE claim_link (
	claim_id VARCHAR(120) NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	other_id VARCHAR(120) NOT NULL, 
	CONSTRAINT pk_claim_link PRIMARY KEY (claim_id, kind, other_id), 
	CONSTRAINT ck_claim_link_two_claims CHECK (claim_id <> other_id), 
	CONSTRAINT fk_claim_link_claim_id FOREIGN KEY(claim_id) REFERENCES claim (id), 
	CONSTRAINT fk_claim_link_kind FOREIGN KEY(kind) REFERENCES link_kind (id), 
	CONSTRAINT fk_claim_link_other_id FOREIGN KEY(other_id) REFERENCES claim (id)
);
INSERT INTO "claim_link" VALUES('saccom-oujda-2020-1000','part_of','oujda-2020-3000');
INSERT INTO "claim_link" VALUES('vipp-interstis-lome-2020-100','part_of','vipp-interstis-lome-2020-500');
INSERT INTO "claim_link" VALUES('vipp-interstis-lome-2020-25','part_of','vipp-interstis-lome-2020-100');
CREATE TABLE claim_party (
	claim_id VARCHAR(120) NOT NULL, 
	party_id VARCHAR(120) NOT NULL, 
	role VARCHAR(40) NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_claim_party PRIMARY KEY (claim_id, party_id, role), 
	CONSTRAINT fk_claim_party_claim_id FOREIGN KEY(claim_id) REFERENCES claim (id), 
	CONSTRAINT fk_claim_party_party_id FOREIGN KEY(party_id) REFERENCES party (id), 
	CONSTRAINT fk_claim_party_role FOREIGN KEY(role) REFERENCES role (id)
);
INSERT INTO "claim_party" VALUES('phone-marketing-dreux-opening','phone-marketing','announcer',1);
INSERT INTO "claim_party" VALUES('phone-marketing-dreux-opening','phone-marketing','subject',2);
INSERT INTO "claim_party" VALUES('keyyo-relocation-abbeville','keyyo','subject',1);
INSERT INTO "claim_party" VALUES('webhelp-agadir-negotiation','cri-agadir','negotiator',1);
INSERT INTO "claim_party" VALUES('webhelp-agadir-negotiation','webhelp','negotiator',2);
INSERT INTO "claim_party" VALUES('webhelp-agadir-contract','webhelp','signatory',1);
INSERT INTO "claim_party" VALUES('webhelp-agadir-language-tests','webhelp','subject',1);
INSERT INTO "claim_party" VALUES('webhelp-agadir-recruitment','webhelp','subject',1);
INSERT INTO "claim_party" VALUES('webhelp-agadir-opening','webhelp','subject',1);
INSERT INTO "claim_party" VALUES('phone-assistance-agadir-opening','phone-assistance','subject',1);
INSERT INTO "claim_party" VALUES('regionales-relation-clients-2009','siccam','organiser',1);
INSERT INTO "claim_party" VALUES('regionales-relation-clients-2009-agadir','siccam','organiser',1);
INSERT INTO "claim_party" VALUES('regionales-relation-clients-2009-tanger','siccam','organiser',1);
INSERT INTO "claim_party" VALUES('regionales-relation-clients-2009-tanger','cri-tanger','supporter',2);
INSERT INTO "claim_party" VALUES('regionales-relation-clients-2009-tanger','cri-tanger','participant',3);
INSERT INTO "claim_party" VALUES('regionales-relation-clients-2009-tanger','anapec','participant',4);
INSERT INTO "claim_party" VALUES('regionales-relation-clients-2009-tanger','ofppt','participant',5);
INSERT INTO "claim_party" VALUES('regionales-relation-clients-2009-marrakech','siccam','organiser',1);
INSERT INTO "claim_party" VALUES('siccam-2020-oujda','cri-oriental','organiser',1);
INSERT INTO "claim_party" VALUES('siccam-2020-oujda','siccam','subject',2);
INSERT INTO "claim_party" VALUES('intelcia-oujda-opening','intelcia','subject',1);
INSERT INTO "claim_party" VALUES('intelcia-portugal-opening','intelcia','subject',1);
INSERT INTO "claim_party" VALUES('intelcia-usa-opening','intelcia','subject',1);
INSERT INTO "claim_party" VALUES('intelcia-jamaica-opening','intelcia','subject',1);
INSERT INTO "claim_party" VALUES('saccom-oujda-shore-opening','saccom','subject',1);
INSERT INTO "claim_party" VALUES('firo-notoriety-pact','firo','signatory',1);
INSERT INTO "claim_party" VALUES('firo-notoriety-pact','notoriety','signatory',2);
INSERT INTO "claim_party" VALUES('firo-notoriety-pact','firo','investor',3);
INSERT INTO "claim_party" VALUES('firo-notoriety-pact','notoriety','investee',4);
INSERT INTO "claim_party" VALUES('siccam-2020-exhibition','cri-oriental','host',1);
INSERT INTO "claim_party" VALUES('siccam-2020-webinar-trophy','marie-agnes-verron','recipient',1);
INSERT INTO "claim_party" VALUES('club-offshoring-oriental-founding','cri-oriental','founder',1);
INSERT INTO "claim_party" VALUES('club-offshoring-oriental-founding','apebi','founder',2);
INSERT INTO "claim_party" VALUES('club-offshoring-oriental-founding','siccam','founder',3);
INSERT INTO "claim_party" VALUES('club-offshoring-oriental-founding','club-offshoring-oriental','subject',4);
INSERT INTO "claim_party" VALUES('club-offshoring-oriental-first-meeting','club-offshoring-oriental','subject',1);
INSERT INTO "claim_party" VALUES('club-offshoring-oriental-jerada','saccom','organiser',1);
INSERT INTO "claim_party" VALUES('club-offshoring-oriental-jerada','club-offshoring-oriental','founder',2);
INSERT INTO "claim_party" VALUES('club-offshoring-oriental-casa-shore','club-offshoring-oriental','organiser',1);
INSERT INTO "claim_party" VALUES('club-offshoring-oriental-casa-shore','medz','partner',2);
INSERT INTO "claim_party" VALUES('club-offshoring-oriental-incubator','club-offshoring-oriental','organiser',1);
INSERT INTO "claim_party" VALUES('vipp-interstis-press-conference-2020','vipp-interstis','announcer',1);
INSERT INTO "claim_party" VALUES('vipp-interstis-press-conference-2020','charles-emmanuel-berc','speaker',2);
INSERT INTO "claim_party" VALUES('vipp-interstis-press-conference-2020','cina-lawson','participant',3);
INSERT INTO "claim_party" VALUES('vipp-interstis-lome-opening-2020','vipp-interstis','subject',1);
INSERT INTO "claim_party" VALUES('vipp-interstis-lome-recruitment-2020','vipp-interstis','subject',1);
INSERT INTO "claim_party" VALUES('vipp-interstis-founding-2010','vipp-interstis','subject',1);
INSERT INTO "claim_party" VALUES('phone-marketing-dreux-2009-400','phone-marketing','employer',1);
INSERT INTO "claim_party" VALUES('webhelp-agadir-2011-400','webhelp','employer',1);
INSERT INTO "claim_party" VALUES('oujda-2020-3000','notoriety','employer',1);
INSERT INTO "claim_party" VALUES('oujda-2020-3000','saccom','employer',2);
INSERT INTO "claim_party" VALUES('oujda-2020-3000','eca-groupe','employer',3);
INSERT INTO "claim_party" VALUES('saccom-oujda-2020-1000','saccom','employer',1);
INSERT INTO "claim_party" VALUES('vipp-interstis-lome-2020-500','vipp-interstis','employer',1);
INSERT INTO "claim_party" VALUES('vipp-interstis-lome-2020-100','vipp-interstis','employer',1);
INSERT INTO "claim_party" VALUES('vipp-interstis-lome-2020-25','vipp-interstis','employer',1);
INSERT INTO "claim_party" VALUES('togo-outsourcing-2020-5000','togo-government','promisor',1);
INSERT INTO "claim_party" VALUES('keyyo-abbeville-2009-11','keyyo','employer',1);
INSERT INTO "claim_party" VALUES('keyyo-relocation-cost','keyyo','subject',1);
INSERT INTO "claim_party" VALUES('keyyo-client-size','keyyo','subject',1);
INSERT INTO "claim_party" VALUES('webhelp-agadir-negotiation-years','webhelp','subject',1);
INSERT INTO "claim_party" VALUES('webhelp-agadir-negotiation-years','cri-agadir','subject',2);
INSERT INTO "claim_party" VALUES('agadir-new-sites-2011','webhelp','subject',1);
INSERT INTO "claim_party" VALUES('agadir-new-sites-2011','phone-assistance','subject',2);
INSERT INTO "claim_party" VALUES('webhelp-france-sites-2011','webhelp','subject',1);
INSERT INTO "claim_party" VALUES('webhelp-morocco-sites-2011','webhelp','subject',1);
INSERT INTO "claim_party" VALUES('siccam-2020-areas','siccam','subject',1);
INSERT INTO "claim_party" VALUES('vipp-interstis-contacts-2020','vipp-interstis','subject',1);
INSERT INTO "claim_party" VALUES('return-quality-for-cost','phone-marketing','subject',1);
INSERT INTO "claim_party" VALUES('return-quality-for-cost','keyyo','subject',2);
INSERT INTO "claim_party" VALUES('keyyo-reason-costs','keyyo','subject',1);
INSERT INTO "claim_party" VALUES('webhelp-large-outsourcer','webhelp','subject',1);
INSERT INTO "claim_party" VALUES('anapec-scheme-2009','anapec','organiser',1);
INSERT INTO "claim_party" VALUES('siccam-2020-after-cancellations','siccam','subject',1);
INSERT INTO "claim_party" VALUES('vipp-interstis-channels','vipp-interstis','subject',1);
INSERT INTO "claim_party" VALUES('vipp-interstis-togo-training','vipp-interstis','subject',1);
INSERT INTO "claim_party" VALUES('lawson-togo-attractive','vipp-interstis','subject',1);
INSERT INTO "claim_party" VALUES('vipp-interstis-reason-infrastructure','vipp-interstis','subject',1);
CREATE TABLE country (
	id VARCHAR(2) NOT NULL, 
	alpha3 VARCHAR(3) NOT NULL, 
	name_en VARCHAR(300) NOT NULL, 
	name_fr VARCHAR(300) NOT NULL, 
	in_africa BOOLEAN NOT NULL, 
	CONSTRAINT pk_country PRIMARY KEY (id), 
	CONSTRAINT uq_country_alpha3 UNIQUE (alpha3)
);
INSERT INTO "country" VALUES('BJ','BEN','Benin','Bénin',1);
INSERT INTO "country" VALUES('CM','CMR','Cameroon','Cameroun',1);
INSERT INTO "country" VALUES('FR','FRA','France','France',0);
INSERT INTO "country" VALUES('JM','JAM','Jamaica','Jamaïque',0);
INSERT INTO "country" VALUES('MA','MAR','Morocco','Maroc',1);
INSERT INTO "country" VALUES('PT','PRT','Portugal','Portugal',0);
INSERT INTO "country" VALUES('RO','ROU','Romania','Roumanie',0);
INSERT INTO "country" VALUES('TG','TGO','Togo','Togo',1);
INSERT INTO "country" VALUES('US','USA','United States','États-Unis',0);
CREATE TABLE country_name (
	country_id VARCHAR(2) NOT NULL, 
	folded VARCHAR(300) NOT NULL, 
	name VARCHAR(300) NOT NULL, 
	CONSTRAINT pk_country_name PRIMARY KEY (country_id, folded), 
	CONSTRAINT fk_country_name_country_id FOREIGN KEY(country_id) REFERENCES country (id)
);
INSERT INTO "country_name" VALUES('BJ','republique du benin','République du Bénin');
INSERT INTO "country_name" VALUES('BJ','republic of benin','Republic of Benin');
INSERT INTO "country_name" VALUES('BJ','ben','BEN');
INSERT INTO "country_name" VALUES('BJ','bj','BJ');
INSERT INTO "country_name" VALUES('BJ','benin','Benin');
INSERT INTO "country_name" VALUES('CM','republique du cameroun','République du Cameroun');
INSERT INTO "country_name" VALUES('CM','republic of cameroon','Republic of Cameroon');
INSERT INTO "country_name" VALUES('CM','cmr','CMR');
INSERT INTO "country_name" VALUES('CM','cm','CM');
INSERT INTO "country_name" VALUES('CM','cameroun','Cameroun');
INSERT INTO "country_name" VALUES('CM','cameroon','Cameroon');
INSERT INTO "country_name" VALUES('FR','republique francaise','République française');
INSERT INTO "country_name" VALUES('FR','french republic','French Republic');
INSERT INTO "country_name" VALUES('FR','fra','FRA');
INSERT INTO "country_name" VALUES('FR','fr','FR');
INSERT INTO "country_name" VALUES('FR','france','France');
INSERT INTO "country_name" VALUES('JM','jam','JAM');
INSERT INTO "country_name" VALUES('JM','jm','JM');
INSERT INTO "country_name" VALUES('JM','jamaique','Jamaïque');
INSERT INTO "country_name" VALUES('JM','jamaica','Jamaica');
INSERT INTO "country_name" VALUES('MA','royaume du maroc','Royaume du Maroc');
INSERT INTO "country_name" VALUES('MA','kingdom of morocco','Kingdom of Morocco');
INSERT INTO "country_name" VALUES('MA','mar','MAR');
INSERT INTO "country_name" VALUES('MA','ma','MA');
INSERT INTO "country_name" VALUES('MA','maroc','Maroc');
INSERT INTO "country_name" VALUES('MA','morocco','Morocco');
INSERT INTO "country_name" VALUES('PT','republique portugaise','République portugaise');
INSERT INTO "country_name" VALUES('PT','portuguese republic','Portuguese Republic');
INSERT INTO "country_name" VALUES('PT','prt','PRT');
INSERT INTO "country_name" VALUES('PT','pt','PT');
INSERT INTO "country_name" VALUES('PT','portugal','Portugal');
INSERT INTO "country_name" VALUES('RO','rou','ROU');
INSERT INTO "country_name" VALUES('RO','ro','RO');
INSERT INTO "country_name" VALUES('RO','roumanie','Roumanie');
INSERT INTO "country_name" VALUES('RO','romania','Romania');
INSERT INTO "country_name" VALUES('TG','republique togolaise','République togolaise');
INSERT INTO "country_name" VALUES('TG','togolese republic','Togolese Republic');
INSERT INTO "country_name" VALUES('TG','tgo','TGO');
INSERT INTO "country_name" VALUES('TG','tg','TG');
INSERT INTO "country_name" VALUES('TG','togo','Togo');
INSERT INTO "country_name" VALUES('US','etats unis d amerique','États-Unis d''Amérique');
INSERT INTO "country_name" VALUES('US','united states of america','United States of America');
INSERT INTO "country_name" VALUES('US','usa','USA');
INSERT INTO "country_name" VALUES('US','us','US');
INSERT INTO "country_name" VALUES('US','etats unis','États-Unis');
INSERT INTO "country_name" VALUES('US','united states','United States');
CREATE TABLE coverage (
	id VARCHAR(120) NOT NULL, 
	country_id VARCHAR(2) NOT NULL, 
	outlet VARCHAR(300) NOT NULL, 
	method VARCHAR(40) NOT NULL, 
	searched VARCHAR(60) NOT NULL, 
	searched_from DATE, 
	searched_to DATE, 
	words TEXT, 
	note TEXT, 
	CONSTRAINT pk_coverage PRIMARY KEY (id), 
	CONSTRAINT fk_coverage_country_id FOREIGN KEY(country_id) REFERENCES country (id), 
	CONSTRAINT fk_coverage_method FOREIGN KEY(method) REFERENCES coverage_method (id)
);
INSERT INTO "coverage" VALUES('leads-2026-ma','MA','several outlets (the founders'' list of leads)','sample','../2026-11',NULL,'2026-11-30',NULL,NULL);
INSERT INTO "coverage" VALUES('leads-2026-tg','TG','several outlets (the founders'' list of leads)','sample','../2026-11',NULL,'2026-11-30',NULL,NULL);
CREATE TABLE coverage_method (
	id VARCHAR(40) NOT NULL, 
	position INTEGER NOT NULL, 
	label_en VARCHAR(300) NOT NULL, 
	label_fr VARCHAR(300) NOT NULL, 
	definition TEXT NOT NULL, 
	CONSTRAINT pk_coverage_method PRIMARY KEY (id)
);
INSERT INTO "coverage_method" VALUES('systematic',1,'systematic','systématique','Every hit of the search words in the outlet or archive was looked at for these years. Only here does a missing article mean that there was none.');
INSERT INTO "coverage_method" VALUES('sample',2,'sample','échantillon','Some hits were looked at, as a web search gives them. A missing article means nothing.');
INSERT INTO "coverage_method" VALUES('single',3,'single article','article isolé','Nobody searched; an article was given.');
CREATE TABLE coverage_year (
	coverage_id VARCHAR(120) NOT NULL, 
	year INTEGER NOT NULL, 
	found INTEGER NOT NULL, 
	CONSTRAINT pk_coverage_year PRIMARY KEY (coverage_id, year), 
	CONSTRAINT ck_coverage_year_found CHECK (found >= 0), 
	CONSTRAINT fk_coverage_year_coverage_id FOREIGN KEY(coverage_id) REFERENCES coverage (id)
);
INSERT INTO "coverage_year" VALUES('leads-2026-ma',2001,1);
INSERT INTO "coverage_year" VALUES('leads-2026-ma',2004,21);
INSERT INTO "coverage_year" VALUES('leads-2026-ma',2005,4);
INSERT INTO "coverage_year" VALUES('leads-2026-ma',2006,6);
INSERT INTO "coverage_year" VALUES('leads-2026-ma',2007,20);
INSERT INTO "coverage_year" VALUES('leads-2026-ma',2008,17);
INSERT INTO "coverage_year" VALUES('leads-2026-ma',2009,17);
INSERT INTO "coverage_year" VALUES('leads-2026-ma',2010,19);
INSERT INTO "coverage_year" VALUES('leads-2026-ma',2011,8);
INSERT INTO "coverage_year" VALUES('leads-2026-ma',2012,37);
INSERT INTO "coverage_year" VALUES('leads-2026-ma',2013,13);
INSERT INTO "coverage_year" VALUES('leads-2026-ma',2014,2);
INSERT INTO "coverage_year" VALUES('leads-2026-ma',2015,7);
INSERT INTO "coverage_year" VALUES('leads-2026-ma',2016,10);
INSERT INTO "coverage_year" VALUES('leads-2026-ma',2017,8);
INSERT INTO "coverage_year" VALUES('leads-2026-ma',2018,14);
INSERT INTO "coverage_year" VALUES('leads-2026-ma',2019,21);
INSERT INTO "coverage_year" VALUES('leads-2026-ma',2020,15);
INSERT INTO "coverage_year" VALUES('leads-2026-ma',2021,9);
INSERT INTO "coverage_year" VALUES('leads-2026-ma',2022,30);
INSERT INTO "coverage_year" VALUES('leads-2026-ma',2023,29);
INSERT INTO "coverage_year" VALUES('leads-2026-ma',2024,12);
INSERT INTO "coverage_year" VALUES('leads-2026-ma',2025,26);
INSERT INTO "coverage_year" VALUES('leads-2026-ma',2026,11);
INSERT INTO "coverage_year" VALUES('leads-2026-tg',2001,1);
INSERT INTO "coverage_year" VALUES('leads-2026-tg',2019,5);
INSERT INTO "coverage_year" VALUES('leads-2026-tg',2020,9);
INSERT INTO "coverage_year" VALUES('leads-2026-tg',2021,1);
INSERT INTO "coverage_year" VALUES('leads-2026-tg',2025,6);
CREATE TABLE currency (
	id VARCHAR(3) NOT NULL, 
	label_en VARCHAR(300) NOT NULL, 
	label_fr VARCHAR(300) NOT NULL, 
	CONSTRAINT pk_currency PRIMARY KEY (id)
);
INSERT INTO "currency" VALUES('EUR','Euro','euro');
INSERT INTO "currency" VALUES('MAD','Moroccan Dirham','dirham marocain');
CREATE TABLE date_basis (
	id VARCHAR(40) NOT NULL, 
	position INTEGER NOT NULL, 
	label_en VARCHAR(300) NOT NULL, 
	label_fr VARCHAR(300) NOT NULL, 
	definition TEXT NOT NULL, 
	CONSTRAINT pk_date_basis PRIMARY KEY (id)
);
INSERT INTO "date_basis" VALUES('stated',1,'stated','indiquée','The source prints the date, as precisely as it is written here.');
INSERT INTO "date_basis" VALUES('relative',2,'relative','relative','Reckoned from another date that is known: next month, within three years. The note says from which one.');
INSERT INTO "date_basis" VALUES('inferred',3,'inferred','déduite','Concluded by the curator, in whole or in part (the day is printed and the year is not). The note gives the reasoning.');
CREATE TABLE directness (
	id VARCHAR(40) NOT NULL, 
	position INTEGER NOT NULL, 
	label_en VARCHAR(300) NOT NULL, 
	label_fr VARCHAR(300) NOT NULL, 
	definition TEXT NOT NULL, 
	CONSTRAINT pk_directness PRIMARY KEY (id)
);
INSERT INTO "directness" VALUES('direct',1,'direct','directs','The source says direct jobs.');
INSERT INTO "directness" VALUES('indirect',2,'indirect','indirects','The source says indirect or induced jobs.');
INSERT INTO "directness" VALUES('both',3,'direct and indirect','directs et indirects','The source adds both in one figure.');
INSERT INTO "directness" VALUES('unstated',4,'not stated','non précisé','The source doesn''t say. Don''t conclude it from the size.');
CREATE TABLE event (
	id VARCHAR(120) NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	name VARCHAR(300), 
	site_id VARCHAR(120), 
	part_of_id VARCHAR(120), 
	date VARCHAR(60), 
	date_from DATE, 
	date_to DATE, 
	date_basis VARCHAR(40), 
	date_note TEXT, 
	CONSTRAINT pk_event PRIMARY KEY (id), 
	CONSTRAINT fk_event_date_basis FOREIGN KEY(date_basis) REFERENCES date_basis (id), 
	CONSTRAINT fk_event_id FOREIGN KEY(id) REFERENCES claim (id), 
	CONSTRAINT fk_event_kind FOREIGN KEY(kind) REFERENCES event_kind (id), 
	CONSTRAINT fk_event_part_of_id FOREIGN KEY(part_of_id) REFERENCES event (id), 
	CONSTRAINT fk_event_site_id FOREIGN KEY(site_id) REFERENCES site (id), 
	CONSTRAINT fk_event_status FOREIGN KEY(status) REFERENCES event_status (id)
);
INSERT INTO "event" VALUES('phone-marketing-dreux-opening','opening','planned',NULL,'phone-marketing-dreux',NULL,'2009-06','2009-06-01','2009-06-30','stated','From June 2009 on.');
INSERT INTO "event" VALUES('keyyo-relocation-abbeville','relocation','happened',NULL,'keyyo-abbeville',NULL,'../2009-05?',NULL,'2009-05-31','inferred','Done when the article appeared.');
INSERT INTO "event" VALUES('webhelp-agadir-negotiation','negotiation','happened',NULL,NULL,NULL,'../2011-08?',NULL,'2011-08-31','inferred','Over when the article appeared.');
INSERT INTO "event" VALUES('webhelp-agadir-contract','agreement','happened',NULL,'webhelp-agadir-dakhla',NULL,'../2011-08?',NULL,'2011-08-31','inferred','Signed before the article appeared.');
INSERT INTO "event" VALUES('webhelp-agadir-language-tests','recruitment','happened',NULL,'webhelp-agadir-dakhla',NULL,'../2011-08?',NULL,'2011-08-31','inferred','Begun before the article appeared.');
INSERT INTO "event" VALUES('webhelp-agadir-recruitment','recruitment','planned',NULL,'webhelp-agadir-dakhla',NULL,'2011-09?','2011-09-01','2011-09-30','inferred','Next September; the year is that of the article.');
INSERT INTO "event" VALUES('webhelp-agadir-opening','opening','planned',NULL,'webhelp-agadir-dakhla',NULL,'2011-10?','2011-10-01','2011-10-31','inferred','Next October, from its beginning; the year is that of the article.');
INSERT INTO "event" VALUES('phone-assistance-agadir-opening','opening','planned',NULL,'phone-assistance-agadir',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "event" VALUES('unnamed-agadir-2011-opening','opening','planned',NULL,'unnamed-agadir-2011',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "event" VALUES('drarga-pepiniere-opening','opening','planned','Pépinière de Drarga',NULL,NULL,'2012','2012-01-01','2012-12-31','stated',NULL);
INSERT INTO "event" VALUES('souss-massa-language-academy','opening','planned',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "event" VALUES('regionales-centres-appels-maroc','trade_show','happened','Régionales marocaines des centres d''appels',NULL,NULL,'../2011-08?',NULL,'2011-08-31','inferred','In the years before the article.');
INSERT INTO "event" VALUES('regionales-relation-clients-2009','trade_show','happened','Régionales de la relation clients',NULL,NULL,'2009-01~','2009-01-01','2009-01-31','inferred','Under way: the second stage was on 9 January 2009, another is set for 23 January. First and last day are not given.');
INSERT INTO "event" VALUES('regionales-relation-clients-2009-agadir','trade_show','happened',NULL,NULL,'regionales-relation-clients-2009','../2009-01-08',NULL,'2009-01-08','inferred','Before the stage of 9 January 2009. As Tangier is the second stage, Agadir was the first.');
INSERT INTO "event" VALUES('regionales-relation-clients-2009-tanger','trade_show','happened',NULL,NULL,'regionales-relation-clients-2009','2009-01-09','2009-01-09','2009-01-09','relative','Friday 9 January last, reckoned from the article of 21 January 2009.');
INSERT INTO "event" VALUES('regionales-relation-clients-2009-marrakech','trade_show','planned',NULL,NULL,'regionales-relation-clients-2009','2009-01-23','2009-01-23','2009-01-23','relative','23 January next, reckoned from the article of 21 January 2009.');
INSERT INTO "event" VALUES('siccam-2020-oujda','trade_show','happened','SICCAM, 17th edition',NULL,NULL,'2020-07-10/2020-07-11','2020-07-10','2020-07-11','inferred','Days and month are printed; the year is that of the article.');
INSERT INTO "event" VALUES('intelcia-oujda-opening','opening','planned',NULL,'intelcia-oujda',NULL,'2020-08','2020-08-01','2020-08-31','relative','From next August, reckoned from the show of July 2020.');
INSERT INTO "event" VALUES('intelcia-portugal-opening','opening','happened',NULL,'intelcia-portugal',NULL,'../2020-07',NULL,'2020-07-31','inferred','Shortly before the announcement for Oujda.');
INSERT INTO "event" VALUES('intelcia-usa-opening','opening','happened',NULL,'intelcia-usa',NULL,'../2020-07',NULL,'2020-07-31','inferred','Shortly before the announcement for Oujda.');
INSERT INTO "event" VALUES('intelcia-jamaica-opening','opening','happened',NULL,'intelcia-jamaica',NULL,'../2020-07',NULL,'2020-07-31','inferred','Shortly before the announcement for Oujda.');
INSERT INTO "event" VALUES('unnamed-oujda-2020-tests','recruitment','planned',NULL,NULL,NULL,'2020-07~','2020-07-01','2020-07-31','relative','Without delay, reckoned from the article of July 2020.');
INSERT INTO "event" VALUES('saccom-oujda-shore-opening','opening','planned',NULL,'saccom-oujda-shore',NULL,'2020-08','2020-08-01','2020-08-31','relative','From next month, reckoned from July 2020.');
INSERT INTO "event" VALUES('firo-notoriety-pact','agreement','happened',NULL,NULL,'siccam-2020-oujda','2020-07-10/2020-07-11','2020-07-10','2020-07-11','inferred','During the show.');
INSERT INTO "event" VALUES('siccam-2020-memorandum','agreement','happened',NULL,NULL,'siccam-2020-oujda','2020-07-10/2020-07-11','2020-07-10','2020-07-11','inferred','During the show.');
INSERT INTO "event" VALUES('siccam-2020-exhibition','exhibition','happened',NULL,NULL,'siccam-2020-oujda','2020-07-10/..','2020-07-10',NULL,'inferred','From the show on.');
INSERT INTO "event" VALUES('siccam-2020-exhibition-tour','exhibition','planned',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "event" VALUES('morocco-first-offshore-centre-1999','opening','happened',NULL,NULL,NULL,'1999','1999-01-01','1999-12-31','stated',NULL);
INSERT INTO "event" VALUES('siccam-2020-trophies','award','happened',NULL,NULL,'siccam-2020-oujda','2020-07-10/2020-07-11','2020-07-10','2020-07-11','inferred','At the show.');
INSERT INTO "event" VALUES('siccam-2020-investor-prizes','award','happened',NULL,NULL,'siccam-2020-oujda','2020-07-10/2020-07-11','2020-07-10','2020-07-11','inferred','At the show.');
INSERT INTO "event" VALUES('siccam-2020-webinar-trophy','award','happened',NULL,NULL,'siccam-2020-oujda','2020-07-10/2020-07-11','2020-07-10','2020-07-11','inferred','At the show.');
INSERT INTO "event" VALUES('club-offshoring-oriental-founding','founding','happened',NULL,NULL,NULL,'../2020-07',NULL,'2020-07-31','inferred','At work when the article appeared.');
INSERT INTO "event" VALUES('club-offshoring-oriental-first-meeting','meeting','happened',NULL,NULL,NULL,'../2020-07',NULL,'2020-07-31','inferred','Held before the article appeared.');
INSERT INTO "event" VALUES('club-offshoring-oriental-jerada','project','planned',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "event" VALUES('club-offshoring-oriental-casa-shore','mission','planned',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "event" VALUES('club-offshoring-oriental-incubator','project','planned',NULL,NULL,NULL,'2020-07~','2020-07-01','2020-07-31','relative','Within the next days, reckoned from the article of July 2020; it is the picking out that begins then.');
INSERT INTO "event" VALUES('vipp-interstis-press-conference-2020','press_conference','happened',NULL,NULL,NULL,'2020-01-30','2020-01-30','2020-01-30','inferred','Day, month and weekday are printed; the year follows from the opening on 1 April 2020.');
INSERT INTO "event" VALUES('vipp-interstis-lome-opening-2020','opening','planned',NULL,'vipp-interstis-lome',NULL,'2020-04-01','2020-04-01','2020-04-01','stated',NULL);
INSERT INTO "event" VALUES('vipp-interstis-lome-recruitment-2020','recruitment','planned',NULL,'vipp-interstis-lome',NULL,'2020-03/..','2020-03-01',NULL,'stated',NULL);
INSERT INTO "event" VALUES('vipp-interstis-founding-2010','founding','happened',NULL,NULL,NULL,'2010','2010-01-01','2010-12-31','stated',NULL);
CREATE TABLE event_kind (
	id VARCHAR(40) NOT NULL, 
	position INTEGER NOT NULL, 
	label_en VARCHAR(300) NOT NULL, 
	label_fr VARCHAR(300) NOT NULL, 
	definition TEXT NOT NULL, 
	CONSTRAINT pk_event_kind PRIMARY KEY (id)
);
INSERT INTO "event_kind" VALUES('opening',1,'opening','ouverture','A centre, a park, an incubator or a school begins to operate. Choose inauguration for the ceremony, expansion for more room at an open site.');
INSERT INTO "event_kind" VALUES('inauguration',2,'inauguration','inauguration','A ceremony. It doesn''t prove that the place operates; where it does, add an opening.');
INSERT INTO "event_kind" VALUES('expansion',3,'expansion','extension','An open site gets more room, seats or services. A second site in the same city is an opening.');
INSERT INTO "event_kind" VALUES('closure',4,'closure','fermeture','A site ceases to operate. Choose relocation where the source names the place that takes over the work.');
INSERT INTO "event_kind" VALUES('relocation',5,'relocation','relocalisation','Work moves from one place to another, abroad or back home. The places stand under from and to.');
INSERT INTO "event_kind" VALUES('recruitment',6,'recruitment','recrutement','Hiring begins, or applicants are tested. The number of posts is a pledge or a report.');
INSERT INTO "event_kind" VALUES('founding',7,'founding','création','A company, a club or another body comes into being. Choose opening for a site.');
INSERT INTO "event_kind" VALUES('agreement',8,'agreement','accord','Parties sign or conclude a contract, a pact or a memorandum. Choose negotiation before that.');
INSERT INTO "event_kind" VALUES('negotiation',9,'negotiation','négociation','Parties negotiate, whether or not they come to an agreement.');
INSERT INTO "event_kind" VALUES('press_conference',10,'press conference','conférence de presse','A meeting with journalists. What was announced there makes claims of its own.');
INSERT INTO "event_kind" VALUES('trade_show',11,'trade show','salon','One edition of a show, or one stage of a touring one (part_of the tour). Choose meeting for a closed circle.');
INSERT INTO "event_kind" VALUES('exhibition',12,'exhibition','exposition','A display of pictures or objects. Choose trade_show where firms present themselves.');
INSERT INTO "event_kind" VALUES('award',13,'award','remise de prix','Prizes or trophies are given; part_of the show at which they are.');
INSERT INTO "event_kind" VALUES('meeting',14,'meeting','réunion','A meeting of members or partners, not open to all.');
INSERT INTO "event_kind" VALUES('mission',15,'mission','mission','A journey of a delegation; the goal stands under to.');
INSERT INTO "event_kind" VALUES('project',16,'project','projet','An undertaking for the trade or its young people: a programme, an incubation. Choose opening where a place opens its doors.');
CREATE TABLE event_place (
	event_id VARCHAR(120) NOT NULL, 
	role VARCHAR(40) NOT NULL, 
	position INTEGER NOT NULL, 
	country_id VARCHAR(2) NOT NULL, 
	place_id VARCHAR(120), 
	CONSTRAINT pk_event_place PRIMARY KEY (event_id, role, position), 
	CONSTRAINT fk_event_place_country_id FOREIGN KEY(country_id) REFERENCES country (id), 
	CONSTRAINT fk_event_place_event_id FOREIGN KEY(event_id) REFERENCES event (id), 
	CONSTRAINT fk_event_place_place_id FOREIGN KEY(place_id) REFERENCES place (id), 
	CONSTRAINT fk_event_place_role FOREIGN KEY(role) REFERENCES place_role (id)
);
INSERT INTO "event_place" VALUES('phone-marketing-dreux-opening','at',1,'FR','fr-dreux');
INSERT INTO "event_place" VALUES('keyyo-relocation-abbeville','from',1,'MA','ma-casablanca');
INSERT INTO "event_place" VALUES('keyyo-relocation-abbeville','to',1,'FR','fr-abbeville');
INSERT INTO "event_place" VALUES('webhelp-agadir-negotiation','at',1,'MA','ma-agadir');
INSERT INTO "event_place" VALUES('webhelp-agadir-contract','at',1,'MA','ma-agadir-dakhla');
INSERT INTO "event_place" VALUES('webhelp-agadir-language-tests','at',1,'MA','ma-agadir');
INSERT INTO "event_place" VALUES('webhelp-agadir-recruitment','at',1,'MA','ma-agadir');
INSERT INTO "event_place" VALUES('webhelp-agadir-opening','at',1,'MA','ma-agadir-dakhla');
INSERT INTO "event_place" VALUES('phone-assistance-agadir-opening','at',1,'MA','ma-agadir');
INSERT INTO "event_place" VALUES('unnamed-agadir-2011-opening','at',1,'MA','ma-agadir');
INSERT INTO "event_place" VALUES('drarga-pepiniere-opening','at',1,'MA','ma-drarga-pepiniere');
INSERT INTO "event_place" VALUES('souss-massa-language-academy','at',1,'MA','ma-souss-massa');
INSERT INTO "event_place" VALUES('regionales-centres-appels-maroc','at',1,'MA',NULL);
INSERT INTO "event_place" VALUES('regionales-relation-clients-2009','at',1,'MA',NULL);
INSERT INTO "event_place" VALUES('regionales-relation-clients-2009-agadir','at',1,'MA','ma-agadir');
INSERT INTO "event_place" VALUES('regionales-relation-clients-2009-tanger','at',1,'MA','ma-tanger');
INSERT INTO "event_place" VALUES('regionales-relation-clients-2009-marrakech','at',1,'MA','ma-marrakech');
INSERT INTO "event_place" VALUES('siccam-2020-oujda','at',1,'MA','ma-oujda');
INSERT INTO "event_place" VALUES('intelcia-oujda-opening','at',1,'MA','ma-oujda');
INSERT INTO "event_place" VALUES('intelcia-portugal-opening','at',1,'PT',NULL);
INSERT INTO "event_place" VALUES('intelcia-usa-opening','at',1,'US',NULL);
INSERT INTO "event_place" VALUES('intelcia-jamaica-opening','at',1,'JM',NULL);
INSERT INTO "event_place" VALUES('unnamed-oujda-2020-tests','at',1,'MA','ma-oujda');
INSERT INTO "event_place" VALUES('saccom-oujda-shore-opening','at',1,'MA','ma-oujda-shore');
INSERT INTO "event_place" VALUES('firo-notoriety-pact','at',1,'MA','ma-oujda-shore');
INSERT INTO "event_place" VALUES('siccam-2020-memorandum','at',1,'MA','ma-oujda');
INSERT INTO "event_place" VALUES('siccam-2020-exhibition','at',1,'MA','ma-oujda');
INSERT INTO "event_place" VALUES('siccam-2020-exhibition-tour','at',1,'MA',NULL);
INSERT INTO "event_place" VALUES('morocco-first-offshore-centre-1999','at',1,'MA',NULL);
INSERT INTO "event_place" VALUES('siccam-2020-trophies','at',1,'MA','ma-oujda');
INSERT INTO "event_place" VALUES('siccam-2020-investor-prizes','at',1,'MA','ma-oujda');
INSERT INTO "event_place" VALUES('siccam-2020-webinar-trophy','at',1,'MA','ma-oujda');
INSERT INTO "event_place" VALUES('club-offshoring-oriental-founding','at',1,'MA','ma-oriental');
INSERT INTO "event_place" VALUES('club-offshoring-oriental-first-meeting','at',1,'MA','ma-oriental');
INSERT INTO "event_place" VALUES('club-offshoring-oriental-jerada','at',1,'MA','ma-jerada');
INSERT INTO "event_place" VALUES('club-offshoring-oriental-casa-shore','to',1,'MA','ma-casa-shore');
INSERT INTO "event_place" VALUES('club-offshoring-oriental-incubator','at',1,'MA','ma-oriental');
INSERT INTO "event_place" VALUES('vipp-interstis-press-conference-2020','at',1,'TG',NULL);
INSERT INTO "event_place" VALUES('vipp-interstis-lome-opening-2020','at',1,'TG','tg-lome');
INSERT INTO "event_place" VALUES('vipp-interstis-lome-recruitment-2020','at',1,'TG','tg-lome');
CREATE TABLE event_status (
	id VARCHAR(40) NOT NULL, 
	position INTEGER NOT NULL, 
	label_en VARCHAR(300) NOT NULL, 
	label_fr VARCHAR(300) NOT NULL, 
	definition TEXT NOT NULL, 
	CONSTRAINT pk_event_status PRIMARY KEY (id)
);
INSERT INTO "event_status" VALUES('planned',1,'planned','prévu','Still to come, or not complete, when the source appeared. Only a later source makes it happened.');
INSERT INTO "event_status" VALUES('happened',2,'happened','réalisé','Had happened, or had begun, when the source appeared.');
INSERT INTO "event_status" VALUES('cancelled',3,'cancelled','annulé','A source says that it won''t happen. Silence is no cancellation.');
CREATE TABLE identifier_scheme (
	id VARCHAR(40) NOT NULL, 
	position INTEGER NOT NULL, 
	label_en VARCHAR(300) NOT NULL, 
	label_fr VARCHAR(300) NOT NULL, 
	definition TEXT NOT NULL, 
	CONSTRAINT pk_identifier_scheme PRIMARY KEY (id)
);
INSERT INTO "identifier_scheme" VALUES('wikidata',1,'Wikidata','Wikidata','Item of Wikidata, as in Q42.');
INSERT INTO "identifier_scheme" VALUES('lei',2,'Legal Entity Identifier','identifiant d''entité juridique (LEI)','Twenty characters by ISO 17442, for a legal entity.');
INSERT INTO "identifier_scheme" VALUES('siren',3,'SIREN (France)','SIREN (France)','Nine digits of the French register of companies; of the company, not of a site (SIRET).');
INSERT INTO "identifier_scheme" VALUES('ice',4,'ICE (Morocco)','ICE (Maroc)','Fifteen digits, Morocco''s common identifier of companies (identifiant commun de l''entreprise).');
INSERT INTO "identifier_scheme" VALUES('rccm',5,'RCCM (OHADA states)','RCCM (États de l''OHADA)','Number in the register of trade and credit of a member state of OHADA, such as Togo or Cameroon.');
INSERT INTO "identifier_scheme" VALUES('isin',6,'ISIN','ISIN','Twelve characters by ISO 6166, of the share of a listed company.');
CREATE TABLE institution (
	id VARCHAR(120) NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	country_id VARCHAR(2), 
	place_id VARCHAR(120), 
	CONSTRAINT pk_institution PRIMARY KEY (id), 
	CONSTRAINT fk_institution_country_id FOREIGN KEY(country_id) REFERENCES country (id), 
	CONSTRAINT fk_institution_id FOREIGN KEY(id) REFERENCES party (id), 
	CONSTRAINT fk_institution_kind FOREIGN KEY(kind) REFERENCES institution_kind (id), 
	CONSTRAINT fk_institution_place_id FOREIGN KEY(place_id) REFERENCES place (id)
);
INSERT INTO "institution" VALUES('togo-government','government','TG',NULL);
INSERT INTO "institution" VALUES('togo-mpen','ministry','TG',NULL);
INSERT INTO "institution" VALUES('togo-cellule-promotion-investissements','investment_agency','TG',NULL);
INSERT INTO "institution" VALUES('anapec','employment_agency','MA',NULL);
INSERT INTO "institution" VALUES('apebi','association','MA',NULL);
INSERT INTO "institution" VALUES('club-offshoring-oriental','association','MA','ma-oriental');
INSERT INTO "institution" VALUES('cri-agadir','investment_agency','MA','ma-agadir');
INSERT INTO "institution" VALUES('cri-oriental','investment_agency','MA','ma-oriental');
INSERT INTO "institution" VALUES('cri-tanger','investment_agency','MA','ma-tanger');
INSERT INTO "institution" VALUES('firo','fund','MA','ma-oriental');
INSERT INTO "institution" VALUES('medz','park_developer','MA',NULL);
INSERT INTO "institution" VALUES('ofppt','training_body','MA',NULL);
INSERT INTO "institution" VALUES('siccam','trade_show','MA',NULL);
CREATE TABLE institution_kind (
	id VARCHAR(40) NOT NULL, 
	position INTEGER NOT NULL, 
	label_en VARCHAR(300) NOT NULL, 
	label_fr VARCHAR(300) NOT NULL, 
	definition TEXT NOT NULL, 
	CONSTRAINT pk_institution_kind PRIMARY KEY (id)
);
INSERT INTO "institution_kind" VALUES('government',1,'government','gouvernement','A government as a whole. Choose ministry where the source names one.');
INSERT INTO "institution_kind" VALUES('ministry',2,'ministry','ministère','A ministry or a department of a national government.');
INSERT INTO "institution_kind" VALUES('investment_agency',3,'investment agency','agence de promotion des investissements','A public body that attracts and helps investors, of a country or of a region (in Morocco a CRI). Choose fund for a body that itself takes shares.');
INSERT INTO "institution_kind" VALUES('employment_agency',4,'employment agency','agence pour l''emploi','A public body that brings job seekers and employers together. Choose training_body where it teaches.');
INSERT INTO "institution_kind" VALUES('training_body',5,'training body','organisme de formation','A public or private body that teaches, schools and universities included.');
INSERT INTO "institution_kind" VALUES('association',6,'association','association professionnelle','A federation, a club or another body whose members are firms or people of the trade.');
INSERT INTO "institution_kind" VALUES('trade_show',7,'trade show','salon professionnel','A recurring show or fair as a body that organises and invites. A single edition of it is an event of the kind trade_show.');
INSERT INTO "institution_kind" VALUES('fund',8,'investment fund','fonds d''investissement','A public or private body that takes shares in companies or lends to them.');
INSERT INTO "institution_kind" VALUES('park_developer',9,'park developer','aménageur de parcs','A company or body that builds and lets business parks. The park itself is a place.');
INSERT INTO "institution_kind" VALUES('union',10,'trade union','syndicat','A body of employees. Choose association for a body of employers.');
CREATE TABLE investment (
	id VARCHAR(120) NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	low BIGINT, 
	high BIGINT, 
	bound VARCHAR(40) NOT NULL, 
	currency_id VARCHAR(3) NOT NULL, 
	country_id VARCHAR(2) NOT NULL, 
	place_id VARCHAR(120), 
	site_id VARCHAR(120), 
	event_id VARCHAR(120), 
	date VARCHAR(60), 
	date_from DATE, 
	date_to DATE, 
	date_basis VARCHAR(40), 
	date_note TEXT, 
	CONSTRAINT pk_investment PRIMARY KEY (id), 
	CONSTRAINT ck_investment_bound_fits CHECK ((bound IN ('exact', 'about') AND low IS NOT NULL AND high IS NOT NULL AND low = high) OR (bound = 'at_least' AND low IS NOT NULL AND high IS NULL) OR (bound = 'at_most' AND low IS NULL AND high IS NOT NULL) OR (bound = 'range' AND low IS NOT NULL AND high IS NOT NULL AND low < high)), 
	CONSTRAINT fk_investment_bound FOREIGN KEY(bound) REFERENCES bound (id), 
	CONSTRAINT fk_investment_country_id FOREIGN KEY(country_id) REFERENCES country (id), 
	CONSTRAINT fk_investment_currency_id FOREIGN KEY(currency_id) REFERENCES currency (id), 
	CONSTRAINT fk_investment_date_basis FOREIGN KEY(date_basis) REFERENCES date_basis (id), 
	CONSTRAINT fk_investment_event_id FOREIGN KEY(event_id) REFERENCES event (id), 
	CONSTRAINT fk_investment_id FOREIGN KEY(id) REFERENCES claim (id), 
	CONSTRAINT fk_investment_kind FOREIGN KEY(kind) REFERENCES investment_kind (id), 
	CONSTRAINT fk_investment_place_id FOREIGN KEY(place_id) REFERENCES place (id), 
	CONSTRAINT fk_investment_site_id FOREIGN KEY(site_id) REFERENCES site (id), 
	CONSTRAINT fk_investment_status FOREIGN KEY(status) REFERENCES event_status (id)
);
INSERT INTO "investment" VALUES('keyyo-relocation-cost','relocation','happened',150000,150000,'about','EUR','FR','fr-abbeville','keyyo-abbeville','keyyo-relocation-abbeville','../2009-05?',NULL,'2009-05-31','inferred','The move was done when the article appeared. Whether the sum was paid once or is paid each year isn''t said.');
INSERT INTO "investment" VALUES('drarga-pepiniere-cost','construction','planned',4280000,4280000,'exact','MAD','MA','ma-drarga-pepiniere',NULL,'drarga-pepiniere-opening',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE investment_kind (
	id VARCHAR(40) NOT NULL, 
	position INTEGER NOT NULL, 
	label_en VARCHAR(300) NOT NULL, 
	label_fr VARCHAR(300) NOT NULL, 
	definition TEXT NOT NULL, 
	CONSTRAINT pk_investment_kind PRIMARY KEY (id)
);
INSERT INTO "investment_kind" VALUES('construction',1,'construction','construction','Building works on a park, an incubator or premises.');
INSERT INTO "investment_kind" VALUES('site',2,'site','site','Money to set up or equip a centre. Choose relocation where the money pays for moving work.');
INSERT INTO "investment_kind" VALUES('relocation',3,'relocation','relocalisation','The cost of moving work from one place to another.');
INSERT INTO "investment_kind" VALUES('equity',4,'equity','prise de participation','Shares bought or capital put into a company.');
INSERT INTO "investment_kind" VALUES('subsidy',5,'subsidy','subvention','Public money given to an operator or for a park.');
CREATE TABLE job_pledge (
	id VARCHAR(120) NOT NULL, 
	measure VARCHAR(40) NOT NULL, 
	reading VARCHAR(40) NOT NULL, 
	low BIGINT, 
	high BIGINT, 
	bound VARCHAR(40) NOT NULL, 
	basis VARCHAR(40) NOT NULL, 
	directness VARCHAR(40) NOT NULL, 
	unnamed_operators INTEGER NOT NULL, 
	country_id VARCHAR(2) NOT NULL, 
	place_id VARCHAR(120), 
	site_id VARCHAR(120), 
	event_id VARCHAR(120), 
	announced VARCHAR(60), 
	announced_from DATE, 
	announced_to DATE, 
	announced_basis VARCHAR(40), 
	announced_note TEXT, 
	due VARCHAR(60), 
	due_from DATE, 
	due_to DATE, 
	due_basis VARCHAR(40), 
	due_note TEXT, 
	CONSTRAINT pk_job_pledge PRIMARY KEY (id), 
	CONSTRAINT ck_job_pledge_bound_fits CHECK ((bound IN ('exact', 'about') AND low IS NOT NULL AND high IS NOT NULL AND low = high) OR (bound = 'at_least' AND low IS NOT NULL AND high IS NULL) OR (bound = 'at_most' AND low IS NULL AND high IS NOT NULL) OR (bound = 'range' AND low IS NOT NULL AND high IS NOT NULL AND low < high)), 
	CONSTRAINT ck_job_pledge_low CHECK (low >= 0 OR low IS NULL), 
	CONSTRAINT ck_job_pledge_unnamed_operators CHECK (unnamed_operators >= 0), 
	CONSTRAINT fk_job_pledge_announced_basis FOREIGN KEY(announced_basis) REFERENCES date_basis (id), 
	CONSTRAINT fk_job_pledge_basis FOREIGN KEY(basis) REFERENCES basis (id), 
	CONSTRAINT fk_job_pledge_bound FOREIGN KEY(bound) REFERENCES bound (id), 
	CONSTRAINT fk_job_pledge_country_id FOREIGN KEY(country_id) REFERENCES country (id), 
	CONSTRAINT fk_job_pledge_directness FOREIGN KEY(directness) REFERENCES directness (id), 
	CONSTRAINT fk_job_pledge_due_basis FOREIGN KEY(due_basis) REFERENCES date_basis (id), 
	CONSTRAINT fk_job_pledge_event_id FOREIGN KEY(event_id) REFERENCES event (id), 
	CONSTRAINT fk_job_pledge_id FOREIGN KEY(id) REFERENCES claim (id), 
	CONSTRAINT fk_job_pledge_measure FOREIGN KEY(measure) REFERENCES measure (id), 
	CONSTRAINT fk_job_pledge_place_id FOREIGN KEY(place_id) REFERENCES place (id), 
	CONSTRAINT fk_job_pledge_reading FOREIGN KEY(reading) REFERENCES reading (id), 
	CONSTRAINT fk_job_pledge_site_id FOREIGN KEY(site_id) REFERENCES site (id)
);
INSERT INTO "job_pledge" VALUES('phone-marketing-dreux-2009-400','jobs','additional',400,400,'exact','operator','unstated',0,'FR','fr-dreux','phone-marketing-dreux','phone-marketing-dreux-opening','2009-01?/2009-05?','2009-01-01','2009-05-31','inferred','Just announced when the article appeared.',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "job_pledge" VALUES('webhelp-agadir-2011-400','seats','additional',400,400,'about','operator','unstated',0,'MA','ma-agadir-dakhla','webhelp-agadir-dakhla','webhelp-agadir-opening','../2011-08?',NULL,'2011-08-31','inferred','Known when the article appeared; when and by whom it was announced isn''t said.',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "job_pledge" VALUES('souss-massa-2011-3500','jobs','additional',3500,3500,'exact','government','unstated',0,'MA','ma-souss-massa',NULL,'souss-massa-language-academy','../2011-08?',NULL,'2011-08-31','inferred','Part of plans that existed when the article appeared.',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "job_pledge" VALUES('oujda-2020-3000','jobs','total',3000,NULL,'at_least','operator','unstated',2,'MA','ma-oujda',NULL,NULL,'2020-07','2020-07-01','2020-07-31','inferred','Reported with the show of July 2020.',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "job_pledge" VALUES('saccom-oujda-2020-1000','jobs','unclear',1000,1000,'exact','operator','unstated',0,'MA','ma-oujda-shore','saccom-oujda-shore','saccom-oujda-shore-opening','2020-07','2020-07-01','2020-07-31','inferred','Reported with the show of July 2020.',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "job_pledge" VALUES('vipp-interstis-lome-2020-500','jobs','additional',500,500,'exact','operator','unstated',0,'TG',NULL,NULL,NULL,'2020-01-30','2020-01-30','2020-01-30','inferred','At the press conference of that day.','2023-01','2023-01-01','2023-01-31','relative','Within three years, reckoned from the announcement of 30 January 2020. Reckoned from the opening of 1 April 2020 it would be 2023-04.');
INSERT INTO "job_pledge" VALUES('vipp-interstis-lome-2020-100','jobs','additional',100,100,'exact','operator','unstated',0,'TG',NULL,NULL,NULL,'2020-01-30','2020-01-30','2020-01-30','inferred','At the press conference of that day.','2021-03','2021-03-01','2021-03-31','relative','In its first year, reckoned from the opening of 1 April 2020.');
INSERT INTO "job_pledge" VALUES('vipp-interstis-lome-2020-25','headcount','total',25,25,'exact','operator','unstated',0,'TG','tg-lome','vipp-interstis-lome','vipp-interstis-lome-opening-2020','2020-01-30','2020-01-30','2020-01-30','inferred','Reported with the press conference of that day.','2020-04-01','2020-04-01','2020-04-01','stated',NULL);
INSERT INTO "job_pledge" VALUES('togo-outsourcing-2020-5000','jobs','additional',5000,5000,'exact','government','unstated',0,'TG',NULL,NULL,NULL,'../2020-01-30?',NULL,'2020-01-30','inferred','The article reports the target as existing; when it was set isn''t said.','2025-01','2025-01-01','2025-01-31','relative','Within five years, reckoned from the article, of about 30 January 2020.');
CREATE TABLE job_report (
	id VARCHAR(120) NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	measure VARCHAR(40) NOT NULL, 
	reading VARCHAR(40) NOT NULL, 
	low BIGINT, 
	high BIGINT, 
	bound VARCHAR(40) NOT NULL, 
	basis VARCHAR(40) NOT NULL, 
	directness VARCHAR(40) NOT NULL, 
	country_id VARCHAR(2) NOT NULL, 
	place_id VARCHAR(120), 
	site_id VARCHAR(120), 
	as_of VARCHAR(60), 
	as_of_from DATE, 
	as_of_to DATE, 
	as_of_basis VARCHAR(40), 
	as_of_note TEXT, 
	CONSTRAINT pk_job_report PRIMARY KEY (id), 
	CONSTRAINT ck_job_report_bound_fits CHECK ((bound IN ('exact', 'about') AND low IS NOT NULL AND high IS NOT NULL AND low = high) OR (bound = 'at_least' AND low IS NOT NULL AND high IS NULL) OR (bound = 'at_most' AND low IS NULL AND high IS NOT NULL) OR (bound = 'range' AND low IS NOT NULL AND high IS NOT NULL AND low < high)), 
	CONSTRAINT ck_job_report_low CHECK (low >= 0 OR low IS NULL), 
	CONSTRAINT fk_job_report_as_of_basis FOREIGN KEY(as_of_basis) REFERENCES date_basis (id), 
	CONSTRAINT fk_job_report_basis FOREIGN KEY(basis) REFERENCES basis (id), 
	CONSTRAINT fk_job_report_bound FOREIGN KEY(bound) REFERENCES bound (id), 
	CONSTRAINT fk_job_report_country_id FOREIGN KEY(country_id) REFERENCES country (id), 
	CONSTRAINT fk_job_report_directness FOREIGN KEY(directness) REFERENCES directness (id), 
	CONSTRAINT fk_job_report_id FOREIGN KEY(id) REFERENCES claim (id), 
	CONSTRAINT fk_job_report_kind FOREIGN KEY(kind) REFERENCES report_kind (id), 
	CONSTRAINT fk_job_report_measure FOREIGN KEY(measure) REFERENCES measure (id), 
	CONSTRAINT fk_job_report_place_id FOREIGN KEY(place_id) REFERENCES place (id), 
	CONSTRAINT fk_job_report_reading FOREIGN KEY(reading) REFERENCES reading (id), 
	CONSTRAINT fk_job_report_site_id FOREIGN KEY(site_id) REFERENCES site (id)
);
INSERT INTO "job_report" VALUES('keyyo-abbeville-2009-11','created','jobs','additional',11,11,'exact','operator','unstated','FR','fr-abbeville','keyyo-abbeville','../2009-05?',NULL,'2009-05-31','inferred','Created by the move, which was done when the article appeared.');
CREATE TABLE link_kind (
	id VARCHAR(40) NOT NULL, 
	position INTEGER NOT NULL, 
	label_en VARCHAR(300) NOT NULL, 
	label_fr VARCHAR(300) NOT NULL, 
	definition TEXT NOT NULL, 
	CONSTRAINT pk_link_kind PRIMARY KEY (id)
);
INSERT INTO "link_kind" VALUES('part_of',1,'part of','fait partie de','A tranche of a pledge, or one party''s share of a joint figure. It points to the whole.');
INSERT INTO "link_kind" VALUES('revises',2,'revises','révise','A newer version of the same promise by the same party, which replaces the older one. Choose conflicts_with where two sources give different figures for one version.');
INSERT INTO "link_kind" VALUES('conflicts_with',3,'conflicts with','contredit','Two claims that can''t both be true. Among pledges one of them is preferred, with a reason.');
CREATE TABLE measure (
	id VARCHAR(40) NOT NULL, 
	position INTEGER NOT NULL, 
	label_en VARCHAR(300) NOT NULL, 
	label_fr VARCHAR(300) NOT NULL, 
	definition TEXT NOT NULL, 
	CONSTRAINT pk_measure PRIMARY KEY (id)
);
INSERT INTO "measure" VALUES('jobs',1,'jobs','emplois','Posts, or people taken on where the source calls them jobs created. Choose headcount for people at work on a day, hires where recruitments are counted and may only replace leavers.');
INSERT INTO "measure" VALUES('headcount',2,'headcount','effectif','People employed at a time. Choose jobs where posts are promised, created or lost.');
INSERT INTO "measure" VALUES('hires',3,'hires','recrutements','Recruitments over a time, leavers not deducted, and not called jobs created.');
INSERT INTO "measure" VALUES('seats',4,'seats','positions','Workstations, "positions" in the French of the trade. Several people may share one, or it stands empty. Never converted to jobs.');
INSERT INTO "measure" VALUES('trainees',5,'trainees','stagiaires','People in training who are not yet employed.');
CREATE TABLE name_kind (
	id VARCHAR(40) NOT NULL, 
	position INTEGER NOT NULL, 
	label_en VARCHAR(300) NOT NULL, 
	label_fr VARCHAR(300) NOT NULL, 
	definition TEXT NOT NULL, 
	CONSTRAINT pk_name_kind PRIMARY KEY (id)
);
INSERT INTO "name_kind" VALUES('legal',1,'legal name','dénomination sociale','The full official name of a company or body, or the full form of its acronym.');
INSERT INTO "name_kind" VALUES('brand',2,'brand','marque','A name used in business beside the legal name, while both are in use. Choose former once it is given up.');
INSERT INTO "name_kind" VALUES('former',3,'former name','ancien nom','A name that was given up, through a rename, a merger or an acquisition.');
INSERT INTO "name_kind" VALUES('acronym',4,'acronym','sigle','A short form made of initials. Two bodies may bear the same one.');
INSERT INTO "name_kind" VALUES('misspelling',5,'misspelling','graphie fautive','A wrong spelling that a source prints. Its note says where, so that the passage can still be found.');
INSERT INTO "name_kind" VALUES('variant',6,'variant','variante','Another correct way of writing the same name, in the same language or another one.');
INSERT INTO "name_kind" VALUES('local',7,'local name','nom local','The name in a language spoken at the place, where the main name is in another language.');
CREATE TABLE official (
	id VARCHAR(120) NOT NULL, 
	CONSTRAINT pk_official PRIMARY KEY (id), 
	CONSTRAINT fk_official_id FOREIGN KEY(id) REFERENCES party (id)
);
INSERT INTO "official" VALUES('celine-lazard');
INSERT INTO "official" VALUES('charles-emmanuel-berc');
INSERT INTO "official" VALUES('cina-lawson');
INSERT INTO "official" VALUES('karim-bernoussi');
INSERT INTO "official" VALUES('marie-agnes-verron');
INSERT INTO "official" VALUES('moulay-zine-el-oudghiri');
INSERT INTO "official" VALUES('nicolas-sarkozy');
INSERT INTO "official" VALUES('silvere-baudouin');
CREATE TABLE operator (
	id VARCHAR(120) NOT NULL, 
	home_country_id VARCHAR(2), 
	founded VARCHAR(60), 
	founded_from DATE, 
	founded_to DATE, 
	CONSTRAINT pk_operator PRIMARY KEY (id), 
	CONSTRAINT fk_operator_home_country_id FOREIGN KEY(home_country_id) REFERENCES country (id), 
	CONSTRAINT fk_operator_id FOREIGN KEY(id) REFERENCES party (id)
);
INSERT INTO "operator" VALUES('eca-groupe',NULL,NULL,NULL,NULL);
INSERT INTO "operator" VALUES('intelcia',NULL,NULL,NULL,NULL);
INSERT INTO "operator" VALUES('keyyo','FR',NULL,NULL,NULL);
INSERT INTO "operator" VALUES('notoriety',NULL,NULL,NULL,NULL);
INSERT INTO "operator" VALUES('phone-assistance',NULL,NULL,NULL,NULL);
INSERT INTO "operator" VALUES('phone-marketing',NULL,NULL,NULL,NULL);
INSERT INTO "operator" VALUES('saccom',NULL,NULL,NULL,NULL);
INSERT INTO "operator" VALUES('vipp-interstis','FR','2010','2010-01-01','2010-12-31');
INSERT INTO "operator" VALUES('webhelp','FR',NULL,NULL,NULL);
CREATE TABLE outcome (
	id VARCHAR(40) NOT NULL, 
	position INTEGER NOT NULL, 
	label_en VARCHAR(300) NOT NULL, 
	label_fr VARCHAR(300) NOT NULL, 
	definition TEXT NOT NULL, 
	CONSTRAINT pk_outcome PRIMARY KEY (id)
);
INSERT INTO "outcome" VALUES('not_due',1,'not yet due','pas encore échu','The day by which it is to be kept hasn''t come, and nothing else is known.');
INSERT INTO "outcome" VALUES('no_evidence',2,'no evidence','sans information','No source tells. Silence is this, never missed.');
INSERT INTO "outcome" VALUES('partly_delivered',3,'partly delivered','partiellement tenu','Less than the figure is there, and it isn''t due yet or never had a date. Past its date it is missed.');
INSERT INTO "outcome" VALUES('delivered',4,'delivered','tenu','The figure was reached.');
INSERT INTO "outcome" VALUES('exceeded',5,'exceeded','dépassé','More than the figure was reached.');
INSERT INTO "outcome" VALUES('missed',6,'missed','non tenu','A source shows that the figure wasn''t reached by its date.');
INSERT INTO "outcome" VALUES('cancelled',7,'cancelled','annulé','A source says that the plan was given up.');
INSERT INTO "outcome" VALUES('superseded',8,'superseded','remplacé','A newer version of the promise took its place (revises).');
CREATE TABLE party (
	id VARCHAR(120) NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	name VARCHAR(300) NOT NULL, 
	note TEXT, 
	CONSTRAINT pk_party PRIMARY KEY (id), 
	CONSTRAINT ck_party_kind CHECK (kind IN ('operator', 'institution', 'official'))
);
INSERT INTO "party" VALUES('eca-groupe','operator','Eca groupe','Named in one line only, as installed in Oujda (orientalmarocain-2020-07-siccam-oujda).');
INSERT INTO "party" VALUES('intelcia','operator','Intelcia','Called the national leader in Morocco; no article of the first five names the country of its head office.');
INSERT INTO "party" VALUES('keyyo','operator','Keyyo','Operator of telephony over IP that runs its own call service. Keyyo Business is a division of it.');
INSERT INTO "party" VALUES('notoriety','operator','Notoriety',NULL);
INSERT INTO "party" VALUES('phone-assistance','operator','Phone assistance',NULL);
INSERT INTO "party" VALUES('phone-marketing','operator','Phone Marketing','Company of telephone services; the article doesn''t say where its head office is.');
INSERT INTO "party" VALUES('saccom','operator','Saccom',NULL);
INSERT INTO "party" VALUES('vipp-interstis','operator','VIPP Interstis','Founding year as in Cio Mag of 30 January 2020.');
INSERT INTO "party" VALUES('webhelp','operator','Webhelp',NULL);
INSERT INTO "party" VALUES('togo-government','institution','Gouvernement togolais',NULL);
INSERT INTO "party" VALUES('togo-mpen','institution','Ministère des Postes, de l''Économie numérique et des Innovations technologiques','Cio Mag prints the acronym, and the full form in the minister''s title.');
INSERT INTO "party" VALUES('togo-cellule-promotion-investissements','institution','Cellule de promotion des investissements',NULL);
INSERT INTO "party" VALUES('anapec','institution','ANAPEC',NULL);
INSERT INTO "party" VALUES('apebi','institution','Apebi',NULL);
INSERT INTO "party" VALUES('club-offshoring-oriental','institution','Club de l''Offshoring de l''Oriental',NULL);
INSERT INTO "party" VALUES('cri-agadir','institution','Centre régional d''investissement d''Agadir','The article names no city or region; it is taken for the one of Agadir, where the centre was to open.');
INSERT INTO "party" VALUES('cri-oriental','institution','Centre régional d''investissement de l''Oriental','The article prints the short form only.');
INSERT INTO "party" VALUES('cri-tanger','institution','Centre régional d''investissement de Tanger','The article prints Centre régional d''investissement and CRI, without a city or region; it is taken for the one of Tangier, where the show stopped.');
INSERT INTO "party" VALUES('firo','institution','FIRO',NULL);
INSERT INTO "party" VALUES('medz','institution','MedZ','The article names it only as partner of a mission to Casa-shore; that it develops parks is common knowledge.');
INSERT INTO "party" VALUES('ofppt','institution','OFPPT',NULL);
INSERT INTO "party" VALUES('siccam','institution','SICCAM',NULL);
INSERT INTO "party" VALUES('celine-lazard','official','Céline Lazard',NULL);
INSERT INTO "party" VALUES('charles-emmanuel-berc','official','Charles-Emmanuel Berc',NULL);
INSERT INTO "party" VALUES('cina-lawson','official','Cina Lawson',NULL);
INSERT INTO "party" VALUES('karim-bernoussi','official','Karim Bernoussi',NULL);
INSERT INTO "party" VALUES('marie-agnes-verron','official','Marie Agnès Verron','From Belgium; the article gives neither role nor organisation, so that there is no position.');
INSERT INTO "party" VALUES('moulay-zine-el-oudghiri','official','Moulay Zine El Oudghiri',NULL);
INSERT INTO "party" VALUES('nicolas-sarkozy','official','Nicolas Sarkozy',NULL);
INSERT INTO "party" VALUES('silvere-baudouin','official','Silvère Baudouin',NULL);
CREATE TABLE party_identifier (
	party_id VARCHAR(120) NOT NULL, 
	scheme VARCHAR(40) NOT NULL, 
	value VARCHAR(300) NOT NULL, 
	CONSTRAINT pk_party_identifier PRIMARY KEY (party_id, scheme, value), 
	CONSTRAINT fk_party_identifier_party_id FOREIGN KEY(party_id) REFERENCES party (id), 
	CONSTRAINT fk_party_identifier_scheme FOREIGN KEY(scheme) REFERENCES identifier_scheme (id)
);
CREATE TABLE party_name (
	party_id VARCHAR(120) NOT NULL, 
	name VARCHAR(300) NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	folded VARCHAR(300) NOT NULL, 
	used VARCHAR(60), 
	used_from DATE, 
	used_to DATE, 
	note TEXT, 
	CONSTRAINT pk_party_name PRIMARY KEY (party_id, name), 
	CONSTRAINT fk_party_name_kind FOREIGN KEY(kind) REFERENCES name_kind (id), 
	CONSTRAINT fk_party_name_party_id FOREIGN KEY(party_id) REFERENCES party (id)
);
INSERT INTO "party_name" VALUES('eca-groupe','Eca groupe','brand','eca groupe',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('intelcia','Intelcia','brand','intelcia',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('keyyo','Keyyo','brand','keyyo',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('notoriety','Notoriety','brand','notoriety',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('notoriety','groupe Notoriety','variant','groupe notoriety','2020-07','2020-07-01','2020-07-31',NULL);
INSERT INTO "party_name" VALUES('phone-assistance','Phone assistance','brand','phone assistance',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('phone-marketing','Phone Marketing','brand','phone marketing',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('saccom','Saccom','brand','saccom',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('saccom','groupe Saccom','variant','groupe saccom','2020-07','2020-07-01','2020-07-31',NULL);
INSERT INTO "party_name" VALUES('vipp-interstis','VIPP Interstis','brand','vipp interstis',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('vipp-interstis','groupe VIPP Interstis','variant','groupe vipp interstis','2020-01-30','2020-01-30','2020-01-30',NULL);
INSERT INTO "party_name" VALUES('webhelp','Webhelp','brand','webhelp',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('togo-government','Gouvernement togolais','brand','gouvernement togolais',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('togo-government','Government of Togo','variant','government of togo',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('togo-government','gouvernement du Togo','variant','gouvernement du togo',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('togo-mpen','Ministère des Postes, de l''Économie numérique et des Innovations technologiques','brand','ministere des postes de l economie numerique et des innovations technologiques',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('togo-mpen','MPEN','acronym','mpen','2020-01-30','2020-01-30','2020-01-30',NULL);
INSERT INTO "party_name" VALUES('togo-mpen','Ministry of Posts, the Digital Economy and Technological Innovations','variant','ministry of posts the digital economy and technological innovations',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('togo-cellule-promotion-investissements','Cellule de promotion des investissements','brand','cellule de promotion des investissements',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('togo-cellule-promotion-investissements','Investment Promotion Unit','variant','investment promotion unit',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('anapec','ANAPEC','brand','anapec',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('anapec','Agence nationale de promotion de l''emploi et des compétences','legal','agence nationale de promotion de l emploi et des competences',NULL,NULL,NULL,'Common knowledge; the article prints the acronym only.');
INSERT INTO "party_name" VALUES('apebi','Apebi','brand','apebi',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('apebi','Fédération marocaine des technologies de l''information, des télécommunications et de l''offshoring','legal','federation marocaine des technologies de l information des telecommunications et de l offshoring',NULL,NULL,NULL,'Common knowledge; the article prints the short name only.');
INSERT INTO "party_name" VALUES('club-offshoring-oriental','Club de l''Offshoring de l''Oriental','brand','club de l offshoring de l oriental',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('club-offshoring-oriental','Club Offshoring dans l''Oriental','variant','club offshoring dans l oriental','2020-07','2020-07-01','2020-07-31',NULL);
INSERT INTO "party_name" VALUES('cri-agadir','Centre régional d''investissement d''Agadir','brand','centre regional d investissement d agadir',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('cri-agadir','CRI d''Agadir','acronym','cri d agadir',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('cri-agadir','Regional Investment Centre of Agadir','variant','regional investment centre of agadir',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('cri-agadir','Centre régional d''investissement','variant','centre regional d investissement','2011?','2011-01-01','2011-12-31','As Aujourd''hui le Maroc prints it.');
INSERT INTO "party_name" VALUES('cri-oriental','Centre régional d''investissement de l''Oriental','brand','centre regional d investissement de l oriental',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('cri-oriental','CRI de l''Oriental','acronym','cri de l oriental','2020-07','2020-07-01','2020-07-31',NULL);
INSERT INTO "party_name" VALUES('cri-oriental','Regional Investment Centre of the Oriental','variant','regional investment centre of the oriental',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('cri-tanger','Centre régional d''investissement de Tanger','brand','centre regional d investissement de tanger',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('cri-tanger','CRI de Tanger','acronym','cri de tanger',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('cri-tanger','Regional Investment Centre of Tangier','variant','regional investment centre of tangier',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('cri-tanger','Centre régional d''investissement','variant','centre regional d investissement','2009-01-21','2009-01-21','2009-01-21','As Libération prints it.');
INSERT INTO "party_name" VALUES('firo','FIRO','brand','firo',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('firo','Fonds d''investissement de la région de l''Oriental','legal','fonds d investissement de la region de l oriental','2020-07','2020-07-01','2020-07-31',NULL);
INSERT INTO "party_name" VALUES('medz','MedZ','brand','medz',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('ofppt','OFPPT','brand','ofppt',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('ofppt','Office de la formation professionnelle et de la promotion du travail','legal','office de la formation professionnelle et de la promotion du travail',NULL,NULL,NULL,'Common knowledge; the article prints the acronym only.');
INSERT INTO "party_name" VALUES('siccam','SICCAM','brand','siccam',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('siccam','Salon international des centres de contact et d''appel au Maroc','variant','salon international des centres de contact et d appel au maroc','2020-07','2020-07-01','2020-07-31',NULL);
INSERT INTO "party_name" VALUES('celine-lazard','Céline Lazard','legal','celine lazard',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('charles-emmanuel-berc','Charles-Emmanuel Berc','legal','charles emmanuel berc',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('charles-emmanuel-berc','Charles-Emmmanuel Berc','misspelling','charles emmmanuel berc','2020-01-30','2020-01-30','2020-01-30','Three m in paragraph 1 of Cio Mag, 30 January 2020; paragraph 6 has the right form.');
INSERT INTO "party_name" VALUES('cina-lawson','Cina Lawson','legal','cina lawson',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('karim-bernoussi','Karim Bernoussi','legal','karim bernoussi',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('marie-agnes-verron','Marie Agnès Verron','legal','marie agnes verron',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('moulay-zine-el-oudghiri','Moulay Zine El Oudghiri','legal','moulay zine el oudghiri',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('nicolas-sarkozy','Nicolas Sarkozy','legal','nicolas sarkozy',NULL,NULL,NULL,NULL);
INSERT INTO "party_name" VALUES('silvere-baudouin','Silvère Baudouin','legal','silvere baudouin',NULL,NULL,NULL,NULL);
CREATE TABLE period (
	id VARCHAR(40) NOT NULL, 
	position INTEGER NOT NULL, 
	label_en VARCHAR(300) NOT NULL, 
	label_fr VARCHAR(300) NOT NULL, 
	definition TEXT NOT NULL, 
	CONSTRAINT pk_period PRIMARY KEY (id)
);
INSERT INTO "period" VALUES('year',1,'a year','par an','For each year.');
INSERT INTO "period" VALUES('month',2,'a month','par mois','For each month.');
INSERT INTO "period" VALUES('week',3,'a week','par semaine','For each week.');
INSERT INTO "period" VALUES('day',4,'a day','par jour','For each day.');
CREATE TABLE place (
	id VARCHAR(120) NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	name VARCHAR(300) NOT NULL, 
	country_id VARCHAR(2) NOT NULL, 
	parent_id VARCHAR(120), 
	latitude DOUBLE, 
	longitude DOUBLE, 
	geonames_id INTEGER, 
	note TEXT, 
	CONSTRAINT pk_place PRIMARY KEY (id), 
	CONSTRAINT ck_place_latitude CHECK (latitude BETWEEN -90 AND 90), 
	CONSTRAINT ck_place_longitude CHECK (longitude BETWEEN -180 AND 180), 
	CONSTRAINT fk_place_country_id FOREIGN KEY(country_id) REFERENCES country (id), 
	CONSTRAINT fk_place_kind FOREIGN KEY(kind) REFERENCES place_kind (id), 
	CONSTRAINT fk_place_parent_id FOREIGN KEY(parent_id) REFERENCES place (id)
);
INSERT INTO "place" VALUES('tg-maritime','region','Maritime','TG',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "place" VALUES('tg-lome','city','Lomé','TG','tg-maritime',6.1287,1.2215,2365267,NULL);
INSERT INTO "place" VALUES('ma-tanger-tetouan-al-hoceima','region','Tanger-Tétouan-Al Hoceïma','MA',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "place" VALUES('ma-oriental','region','Oriental','MA',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "place" VALUES('ma-fes-meknes','region','Fès-Meknès','MA',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "place" VALUES('ma-rabat-sale-kenitra','region','Rabat-Salé-Kénitra','MA',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "place" VALUES('ma-casablanca-settat','region','Casablanca-Settat','MA',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "place" VALUES('ma-marrakech-safi','region','Marrakech-Safi','MA',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "place" VALUES('ma-souss-massa','region','Souss-Massa','MA',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "place" VALUES('ma-tanger','city','Tanger','MA','ma-tanger-tetouan-al-hoceima',35.7673,-5.7998,2530335,NULL);
INSERT INTO "place" VALUES('ma-tetouan','city','Tétouan','MA','ma-tanger-tetouan-al-hoceima',35.5784,-5.3684,2528910,NULL);
INSERT INTO "place" VALUES('ma-oujda','city','Oujda','MA','ma-oriental',34.6814,-1.9086,2540483,NULL);
INSERT INTO "place" VALUES('ma-oujda-shore','park','Oujda Shore','MA','ma-oujda',NULL,NULL,NULL,NULL);
INSERT INTO "place" VALUES('ma-jerada','city','Jerada','MA','ma-oriental',34.31,-2.16,2545017,NULL);
INSERT INTO "place" VALUES('ma-fes','city','Fès','MA','ma-fes-meknes',34.0331,-5.0003,2548885,NULL);
INSERT INTO "place" VALUES('ma-rabat','city','Rabat','MA','ma-rabat-sale-kenitra',34.0132,-6.8326,2538475,NULL);
INSERT INTO "place" VALUES('ma-casablanca','city','Casablanca','MA','ma-casablanca-settat',33.5883,-7.6114,2553604,NULL);
INSERT INTO "place" VALUES('ma-casa-shore','park','Casanearshore','MA','ma-casablanca',NULL,NULL,NULL,NULL);
INSERT INTO "place" VALUES('ma-marrakech','city','Marrakech','MA','ma-marrakech-safi',31.6342,-7.9999,2542997,NULL);
INSERT INTO "place" VALUES('ma-agadir','city','Agadir','MA','ma-souss-massa',30.4202,-9.5982,2561668,NULL);
INSERT INTO "place" VALUES('ma-agadir-dakhla','district','Dakhla','MA','ma-agadir',NULL,NULL,NULL,'A quarter of Agadir (Hay Dakhla), not the southern city of Dakhla.');
INSERT INTO "place" VALUES('ma-agadir-offshoring','park','Zone offshoring d''Agadir','MA','ma-agadir',NULL,NULL,NULL,'Aujourd''hui le Maroc (2011?) only says the offshoring zone; that it is the one of Agadir is inferred.');
INSERT INTO "place" VALUES('ma-drarga','city','Drarga','MA','ma-souss-massa',30.3773,-9.4734,10375207,'A town south-east of Agadir; GeoNames lists it as My Drarga.');
INSERT INTO "place" VALUES('ma-drarga-pepiniere','park','Pépinière de Drarga','MA','ma-drarga',NULL,NULL,NULL,NULL);
INSERT INTO "place" VALUES('fr-centre-val-de-loire','region','Centre-Val de Loire','FR',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "place" VALUES('fr-eure-et-loir','region','Eure-et-Loir','FR','fr-centre-val-de-loire',NULL,NULL,NULL,'A department.');
INSERT INTO "place" VALUES('fr-dreux','city','Dreux','FR','fr-eure-et-loir',48.7365,1.3657,3020810,NULL);
INSERT INTO "place" VALUES('fr-hauts-de-france','region','Hauts-de-France','FR',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "place" VALUES('fr-picardie','region','Picardie','FR','fr-hauts-de-france',NULL,NULL,NULL,'Merged into Hauts-de-France in 2016.');
INSERT INTO "place" VALUES('fr-somme','region','Somme','FR','fr-picardie',NULL,NULL,NULL,'A department.');
INSERT INTO "place" VALUES('fr-abbeville','city','Abbeville','FR','fr-somme',50.1052,1.8355,3038789,NULL);
CREATE TABLE place_kind (
	id VARCHAR(40) NOT NULL, 
	position INTEGER NOT NULL, 
	label_en VARCHAR(300) NOT NULL, 
	label_fr VARCHAR(300) NOT NULL, 
	definition TEXT NOT NULL, 
	CONSTRAINT pk_place_kind PRIMARY KEY (id)
);
INSERT INTO "place_kind" VALUES('region',1,'region','région','An administrative area larger than a city: region, department, province. Choose it when the source names no city. A city counts as a city even where the region bears the same name.');
INSERT INTO "place_kind" VALUES('city',2,'city','ville','A city, town or village that has its own entry at GeoNames. Choose district for a part of it.');
INSERT INTO "place_kind" VALUES('district',3,'district','quartier','A named quarter of a city where people live and work. Choose park for a zone built for firms.');
INSERT INTO "place_kind" VALUES('park',4,'business park','parc d''activités','A zone, park or incubator whose premises are let to firms, as in Casanearshore. A building that holds one firm''s centre is no place but the address of a site.');
CREATE TABLE place_name (
	place_id VARCHAR(120) NOT NULL, 
	name VARCHAR(300) NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	folded VARCHAR(300) NOT NULL, 
	CONSTRAINT pk_place_name PRIMARY KEY (place_id, name), 
	CONSTRAINT fk_place_name_kind FOREIGN KEY(kind) REFERENCES name_kind (id), 
	CONSTRAINT fk_place_name_place_id FOREIGN KEY(place_id) REFERENCES place (id)
);
INSERT INTO "place_name" VALUES('tg-maritime','Maritime','local','maritime');
INSERT INTO "place_name" VALUES('tg-lome','Lomé','local','lome');
INSERT INTO "place_name" VALUES('tg-lome','Lome','variant','lome');
INSERT INTO "place_name" VALUES('ma-tanger-tetouan-al-hoceima','Tanger-Tétouan-Al Hoceïma','local','tanger tetouan al hoceima');
INSERT INTO "place_name" VALUES('ma-tanger-tetouan-al-hoceima','Tanger-Tétouan','former','tanger tetouan');
INSERT INTO "place_name" VALUES('ma-oriental','Oriental','local','oriental');
INSERT INTO "place_name" VALUES('ma-oriental','L''Oriental','variant','l oriental');
INSERT INTO "place_name" VALUES('ma-fes-meknes','Fès-Meknès','local','fes meknes');
INSERT INTO "place_name" VALUES('ma-rabat-sale-kenitra','Rabat-Salé-Kénitra','local','rabat sale kenitra');
INSERT INTO "place_name" VALUES('ma-casablanca-settat','Casablanca-Settat','local','casablanca settat');
INSERT INTO "place_name" VALUES('ma-marrakech-safi','Marrakech-Safi','local','marrakech safi');
INSERT INTO "place_name" VALUES('ma-souss-massa','Souss-Massa','local','souss massa');
INSERT INTO "place_name" VALUES('ma-souss-massa','Souss-Massa-Drâa','former','souss massa draa');
INSERT INTO "place_name" VALUES('ma-tanger','Tanger','local','tanger');
INSERT INTO "place_name" VALUES('ma-tanger','Tangier','variant','tangier');
INSERT INTO "place_name" VALUES('ma-tanger','Tanja','local','tanja');
INSERT INTO "place_name" VALUES('ma-tetouan','Tétouan','local','tetouan');
INSERT INTO "place_name" VALUES('ma-tetouan','Tetouan','variant','tetouan');
INSERT INTO "place_name" VALUES('ma-oujda','Oujda','local','oujda');
INSERT INTO "place_name" VALUES('ma-oujda-shore','Oujda Shore','local','oujda shore');
INSERT INTO "place_name" VALUES('ma-oujda-shore','Oujda-shore','variant','oujda shore');
INSERT INTO "place_name" VALUES('ma-oujda-shore','Oujdashore','variant','oujdashore');
INSERT INTO "place_name" VALUES('ma-jerada','Jerada','local','jerada');
INSERT INTO "place_name" VALUES('ma-fes','Fès','local','fes');
INSERT INTO "place_name" VALUES('ma-fes','Fez','variant','fez');
INSERT INTO "place_name" VALUES('ma-fes','Fes','variant','fes');
INSERT INTO "place_name" VALUES('ma-rabat','Rabat','local','rabat');
INSERT INTO "place_name" VALUES('ma-casablanca','Casablanca','local','casablanca');
INSERT INTO "place_name" VALUES('ma-casablanca','Casa','variant','casa');
INSERT INTO "place_name" VALUES('ma-casa-shore','Casanearshore','local','casanearshore');
INSERT INTO "place_name" VALUES('ma-casa-shore','Casa-shore','variant','casa shore');
INSERT INTO "place_name" VALUES('ma-casa-shore','Casashore','variant','casashore');
INSERT INTO "place_name" VALUES('ma-casa-shore','Casablanca Nearshore Park','variant','casablanca nearshore park');
INSERT INTO "place_name" VALUES('ma-marrakech','Marrakech','local','marrakech');
INSERT INTO "place_name" VALUES('ma-marrakech','Marrakesh','variant','marrakesh');
INSERT INTO "place_name" VALUES('ma-agadir','Agadir','local','agadir');
INSERT INTO "place_name" VALUES('ma-agadir-dakhla','Dakhla','local','dakhla');
INSERT INTO "place_name" VALUES('ma-agadir-offshoring','Zone offshoring d''Agadir','local','zone offshoring d agadir');
INSERT INTO "place_name" VALUES('ma-agadir-offshoring','Agadir offshoring zone','variant','agadir offshoring zone');
INSERT INTO "place_name" VALUES('ma-drarga','Drarga','local','drarga');
INSERT INTO "place_name" VALUES('ma-drarga','Drargua','variant','drargua');
INSERT INTO "place_name" VALUES('ma-drarga','My Drarga','variant','my drarga');
INSERT INTO "place_name" VALUES('ma-drarga-pepiniere','Pépinière de Drarga','local','pepiniere de drarga');
INSERT INTO "place_name" VALUES('ma-drarga-pepiniere','Drarga business incubator','variant','drarga business incubator');
INSERT INTO "place_name" VALUES('fr-centre-val-de-loire','Centre-Val de Loire','local','centre val de loire');
INSERT INTO "place_name" VALUES('fr-eure-et-loir','Eure-et-Loir','local','eure et loir');
INSERT INTO "place_name" VALUES('fr-dreux','Dreux','local','dreux');
INSERT INTO "place_name" VALUES('fr-hauts-de-france','Hauts-de-France','local','hauts de france');
INSERT INTO "place_name" VALUES('fr-picardie','Picardie','local','picardie');
INSERT INTO "place_name" VALUES('fr-picardie','Picardy','variant','picardy');
INSERT INTO "place_name" VALUES('fr-somme','Somme','local','somme');
INSERT INTO "place_name" VALUES('fr-abbeville','Abbeville','local','abbeville');
CREATE TABLE place_role (
	id VARCHAR(40) NOT NULL, 
	position INTEGER NOT NULL, 
	label_en VARCHAR(300) NOT NULL, 
	label_fr VARCHAR(300) NOT NULL, 
	definition TEXT NOT NULL, 
	CONSTRAINT pk_place_role PRIMARY KEY (id)
);
INSERT INTO "place_role" VALUES('at',1,'at','à','Where the event takes place, or the area that it concerns.');
INSERT INTO "place_role" VALUES('from',2,'from','depuis','The place that a relocation leaves, or from which a journey starts.');
INSERT INTO "place_role" VALUES('to',3,'to','vers','The place to which a relocation or a journey leads.');
CREATE TABLE position (
	id VARCHAR(120) NOT NULL, 
	official_id VARCHAR(120) NOT NULL, 
	organisation_id VARCHAR(120), 
	title VARCHAR(300) NOT NULL, 
	held VARCHAR(60), 
	held_from DATE, 
	held_to DATE, 
	held_basis VARCHAR(40), 
	held_note TEXT, 
	CONSTRAINT pk_position PRIMARY KEY (id), 
	CONSTRAINT fk_position_held_basis FOREIGN KEY(held_basis) REFERENCES date_basis (id), 
	CONSTRAINT fk_position_id FOREIGN KEY(id) REFERENCES claim (id), 
	CONSTRAINT fk_position_official_id FOREIGN KEY(official_id) REFERENCES official (id), 
	CONSTRAINT fk_position_organisation_id FOREIGN KEY(organisation_id) REFERENCES party (id)
);
INSERT INTO "position" VALUES('lazard-keyyo-marketing','celine-lazard','keyyo','Marketing director','2009-01?/2009-05?','2009-01-01','2009-05-31','inferred','The time of the article, which shows her in that role.');
INSERT INTO "position" VALUES('baudouin-keyyo-business','silvere-baudouin','keyyo','Director of the division Keyyo Business','2009-01?/2009-05?','2009-01-01','2009-05-31','inferred','The time of the article, which shows him in that role.');
INSERT INTO "position" VALUES('sarkozy-president','nicolas-sarkozy',NULL,'President','2009-01?/2009-05?','2009-01-01','2009-05-31','inferred','The time of the article, which gives him that title.');
INSERT INTO "position" VALUES('bernoussi-intelcia-ceo','karim-bernoussi','intelcia','Chairman and chief executive','2020-07','2020-07-01','2020-07-31','inferred','The month of the article, which shows him in that role.');
INSERT INTO "position" VALUES('oudghiri-saccom-ceo','moulay-zine-el-oudghiri','saccom','Chairman and chief executive','2020-07','2020-07-01','2020-07-31','inferred','The month of the article, which shows him in that role.');
INSERT INTO "position" VALUES('berc-vipp-interstis-president','charles-emmanuel-berc','vipp-interstis','President of the group','2020-01-30','2020-01-30','2020-01-30','inferred','The day of the press conference, at which the article shows him in that role.');
INSERT INTO "position" VALUES('lawson-togo-minister','cina-lawson','togo-mpen','Minister of Posts, the Digital Economy and Technological Innovations of Togo','2020-01-30','2020-01-30','2020-01-30','inferred','The day of the press conference, at which the article shows her in that role.');
CREATE TABLE reading (
	id VARCHAR(40) NOT NULL, 
	position INTEGER NOT NULL, 
	label_en VARCHAR(300) NOT NULL, 
	label_fr VARCHAR(300) NOT NULL, 
	definition TEXT NOT NULL, 
	CONSTRAINT pk_reading PRIMARY KEY (id)
);
INSERT INTO "reading" VALUES('additional',1,'additional','supplémentaire','On top of what is there, as in "2,500 more"; also for a new centre that begins from nothing.');
INSERT INTO "reading" VALUES('total',2,'in all','au total','The level reached, what is there included, as in "raise to 2,500".');
INSERT INTO "reading" VALUES('unclear',3,'unclear','ambigu','The wording allows both.');
CREATE TABLE report_kind (
	id VARCHAR(40) NOT NULL, 
	position INTEGER NOT NULL, 
	label_en VARCHAR(300) NOT NULL, 
	label_fr VARCHAR(300) NOT NULL, 
	definition TEXT NOT NULL, 
	CONSTRAINT pk_report_kind PRIMARY KEY (id)
);
INSERT INTO "report_kind" VALUES('held',1,'held','en poste','Jobs, people or seats that are there at a time.');
INSERT INTO "report_kind" VALUES('created',2,'created','créés','Jobs that came into being. Choose held where the source gives the level and not the increase.');
INSERT INTO "report_kind" VALUES('lost',3,'lost','supprimés','Jobs that ended. Jobs at risk are a pledge of nobody; describe them in a statement.');
CREATE TABLE retired_slug (
	id VARCHAR(120) NOT NULL, 
	successor VARCHAR(120), 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_retired_slug PRIMARY KEY (id)
);
CREATE TABLE role (
	id VARCHAR(40) NOT NULL, 
	position INTEGER NOT NULL, 
	label_en VARCHAR(300) NOT NULL, 
	label_fr VARCHAR(300) NOT NULL, 
	definition TEXT NOT NULL, 
	CONSTRAINT pk_role PRIMARY KEY (id)
);
INSERT INTO "role" VALUES('employer',1,'employer','employeur','The operator whose jobs a pledge or a report counts. Given to the operators of both without being written.');
INSERT INTO "role" VALUES('promisor',2,'promisor','auteur de l''engagement','Who stands behind a target without being the employer: a government, a region. An operator that promises its own jobs is the employer.');
INSERT INTO "role" VALUES('subject',3,'subject','sujet','Whom the claim is about: who opens, moves, recruits, is counted or described. Choose a closer role where one fits.');
INSERT INTO "role" VALUES('organiser',4,'organiser','organisateur','Who organises or steers an event or a project. Choose host for who only lends the place.');
INSERT INTO "role" VALUES('host',5,'host','hôte','Who gives the place of an event.');
INSERT INTO "role" VALUES('supporter',6,'supporter','soutien','Who supports an event with money, staff or patronage. Choose partner where both act together.');
INSERT INTO "role" VALUES('partner',7,'partner','partenaire','Who takes part in another one''s action as a partner, without a signature being reported.');
INSERT INTO "role" VALUES('participant',8,'participant','participant','Who takes part in an event, and isn''t reported to speak, to sign or to organise.');
INSERT INTO "role" VALUES('speaker',9,'speaker','intervenant','Who speaks or presides at an event. The person whom an article quotes is said_by, not a role.');
INSERT INTO "role" VALUES('announcer',10,'announcer','annonceur','Who makes the announcement that an event is about.');
INSERT INTO "role" VALUES('signatory',11,'signatory','signataire','Who signs or concludes an agreement.');
INSERT INTO "role" VALUES('negotiator',12,'negotiator','négociateur','Who negotiates. Choose signatory once the agreement is concluded.');
INSERT INTO "role" VALUES('investor',13,'investor','investisseur','Who puts capital into a company. Beside signatory where the agreement itself is the event.');
INSERT INTO "role" VALUES('investee',14,'investee','entreprise financée','The company that receives the capital.');
INSERT INTO "role" VALUES('recipient',15,'recipient','lauréat','Who receives an award.');
INSERT INTO "role" VALUES('founder',16,'founder','fondateur','Who founds a body or takes the initiative for it. What is founded is the subject.');
CREATE TABLE search_entry (
	id VARCHAR(120) NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	title TEXT NOT NULL, 
	text TEXT NOT NULL, 
	folded_title TEXT NOT NULL, 
	folded_text TEXT NOT NULL, 
	CONSTRAINT pk_search_entry PRIMARY KEY (id, kind)
);
INSERT INTO "search_entry" VALUES('vipp-interstis','operator','VIPP Interstis','groupe VIPP Interstis Founding year as in Cio Mag of 30 January 2020.','vipp interstis groupe vipp interstis','groupe vipp interstis founding year as in cio mag of 30 january 2020');
INSERT INTO "search_entry" VALUES('cri-agadir','institution','Centre régional d''investissement d''Agadir','CRI d''Agadir Regional Investment Centre of Agadir Centre régional d''investissement The article names no city or region; it is taken for the one of Agadir, where the centre was to open.','centre regional d investissement d agadir cri agadir cri d agadir regional investment centre of agadir centre regional d investissement','cri d agadir regional investment centre of agadir centre regional d investissement the article names no city or region; it is taken for the one of agadir where the centre was to open');
INSERT INTO "search_entry" VALUES('charles-emmanuel-berc','official','Charles-Emmanuel Berc','Charles-Emmmanuel Berc','charles emmanuel berc charles emmmanuel berc','charles emmmanuel berc');
INSERT INTO "search_entry" VALUES('tg-lome','place','Lomé','Lome','lome tg lome','lome');
INSERT INTO "search_entry" VALUES('ma-tanger','place','Tanger','Tangier Tanja','tanger ma tanger tangier tanja','tangier tanja');
INSERT INTO "search_entry" VALUES('ma-casa-shore','place','Casanearshore','Casa-shore Casashore Casablanca Nearshore Park','casanearshore ma casa shore casa shore casashore casablanca nearshore park','casa shore casashore casablanca nearshore park');
INSERT INTO "search_entry" VALUES('fr-eure-et-loir','place','Eure-et-Loir','A department.','eure et loir fr eure et loir','a department');
INSERT INTO "search_entry" VALUES('liberation-2009-01-21-regionales-tanger','source','Tanger abrite les Régionales de la relation clients','Libération (Maroc) Paragraph 4 is the title, repeated in 6; 5 is the heading above it. Paragraphs 1 to 3 and 14 to 22 are buttons, the counter of readers, the rules for comments, the menu and adverts, and are left out.','tanger abrite les regionales de la relation clients liberation 2009 01 21 regionales tanger','liberation maroc paragraph 4 is the title repeated in 6; 5 is the heading above it paragraphs 1 to 3 and 14 to 22 are buttons the counter of readers the rules for comments the menu and adverts and are left out');
INSERT INTO "search_entry" VALUES('webhelp-rabat','site','Site of Webhelp in Rabat (open)','One or more of the ten sites in Morocco, which stand in Fès and Rabat.','site of webhelp in rabat open webhelp rabat','one or more of the ten sites in morocco which stand in fes and rabat');
INSERT INTO "search_entry" VALUES('intelcia-jamaica','site','Site of Intelcia in Jamaica (open)','Opened shortly before; the city isn''t named.','site of intelcia in jamaica open intelcia jamaica','opened shortly before; the city isn t named');
INSERT INTO "search_entry" VALUES('vipp-interstis-benin','site','Site of VIPP Interstis in Benin (open)','The article says that the group is established in the country; city and number of sites are not given.','site of vipp interstis in benin open vipp interstis benin','the article says that the group is established in the country; city and number of sites are not given');
INSERT INTO "search_entry" VALUES('phone-assistance-agadir-opening','event','Phone assistance has decided to open a new call centre in Agadir.','No date is given.','phone assistance has decided to open a new call centre in agadir phone assistance agadir opening','no date is given');
INSERT INTO "search_entry" VALUES('regionales-relation-clients-2009-marrakech','event','The touring show is to go on to Marrakech, another region with other opportunities to invest.','','the touring show is to go on to marrakech another region with other opportunities to invest regionales relation clients 2009 marrakech','');
INSERT INTO "search_entry" VALUES('firo-notoriety-pact','event','The fund FIRO and the group Notoriety make their shareholders'' pact official, for Oujda-shore.','Whether Oujda-shore is where they signed or where the shared business stands isn''t clear. The amount isn''t given.','the fund firo and the group notoriety make their shareholders pact official for oujda shore firo notoriety pact','whether oujda shore is where they signed or where the shared business stands isn t clear the amount isn t given');
INSERT INTO "search_entry" VALUES('club-offshoring-oriental-founding','event','The offshoring club of the Oriental begins its work.','An initiative of the regional investment centre, of Apebi and of SICCAM.','the offshoring club of the oriental begins its work club offshoring oriental founding','an initiative of the regional investment centre of apebi and of siccam');
INSERT INTO "search_entry" VALUES('vipp-interstis-founding-2010','event','The French group VIPP Interstis is founded.','Where it was founded isn''t said.','the french group vipp interstis is founded vipp interstis founding 2010','where it was founded isn t said');
INSERT INTO "search_entry" VALUES('vipp-interstis-lome-2020-25','pledge','VIPP Interstis: 25 staff in Lomé by 2020-04-01','The team on the first day, young Togolese.','vipp interstis: 25 staff in lome by 2020 04 01 vipp interstis lome 2020 25','the team on the first day young togolese');
INSERT INTO "search_entry" VALUES('drarga-pepiniere-premises','statistic','The Drarga incubator has about 37 premises.','','the drarga incubator has about 37 premises drarga pepiniere premises','');
INSERT INTO "search_entry" VALUES('morocco-vacancies-2009','statistic','Call centres in Morocco need staff for about 250 posts a week.','','call centres in morocco need staff for about 250 posts a week morocco vacancies 2009','');
INSERT INTO "search_entry" VALUES('sarkozy-president','position','Nicolas Sarkozy: President','Of the French Republic, which the article doesn''t say.','nicolas sarkozy: president sarkozy president','of the french republic which the article doesn t say');
INSERT INTO "search_entry" VALUES('call-centres-africa-before-2009','statement','With that trend call centres flourished in countries of sub-Saharan Africa or of the Maghreb.','','with that trend call centres flourished in countries of sub saharan africa or of the maghreb call centres africa before 2009','');
INSERT INTO "search_entry" VALUES('keyyo-reason-costs','statement','Keyyo says that it had no real choice in the face of a substantial rise in costs.','The quotation names no speaker; she is quoted just before. Which costs rose isn''t said: those in Casablanca, or those of the return.','keyyo says that it had no real choice in the face of a substantial rise in costs keyyo reason costs','the quotation names no speaker; she is quoted just before which costs rose isn t said: those in casablanca or those of the return');
INSERT INTO "search_entry" VALUES('webhelp-large-outsourcer','statement','Webhelp is called one of the largest outsourcing companies.','','webhelp is called one of the largest outsourcing companies webhelp large outsourcer','');
INSERT INTO "search_entry" VALUES('morocco-favoured-land-2009','statement','The heading calls Morocco a favoured land for call centres.','','the heading calls morocco a favoured land for call centres morocco favoured land 2009','');
INSERT INTO "search_entry" VALUES('anapec-scheme-2009','statement','ANAPEC has set up a scheme to support call centres in training and in recruitment.','','anapec has set up a scheme to support call centres in training and in recruitment anapec scheme 2009','');
INSERT INTO "search_entry" VALUES('siccam-2020-after-cancellations','statement','SICCAM is the first professional event to be held after the cancellations of the epidemic.','All those that draw crowds had been cancelled at the beginning of the epidemic.','siccam is the first professional event to be held after the cancellations of the epidemic siccam 2020 after cancellations','all those that draw crowds had been cancelled at the beginning of the epidemic');
INSERT INTO "search_entry" VALUES('morocco-twenty-years-2020','statement','Since 1999 Moroccan offshoring has gone its way for twenty years, with high points.','','since 1999 moroccan offshoring has gone its way for twenty years with high points morocco twenty years 2020','');
INSERT INTO "search_entry" VALUES('vipp-interstis-togo-training','statement','Beyond the jobs created, VIPP Interstis is to train the young people.','A plan, without a figure or a date.','beyond the jobs created vipp interstis is to train the young people vipp interstis togo training','a plan without a figure or a date');
INSERT INTO "search_entry" VALUES('lawson-togo-attractive','statement','To the minister the choice of VIPP Interstis shows that the country is attractive.','','to the minister the choice of vipp interstis shows that the country is attractive lawson togo attractive','');
CREATE TABLE site (
	id VARCHAR(120) NOT NULL, 
	name VARCHAR(300), 
	operator_id VARCHAR(120), 
	country_id VARCHAR(2) NOT NULL, 
	place_id VARCHAR(120), 
	address VARCHAR(300), 
	status VARCHAR(40) NOT NULL, 
	opened VARCHAR(60), 
	opened_from DATE, 
	opened_to DATE, 
	opened_basis VARCHAR(40), 
	opened_note TEXT, 
	closed VARCHAR(60), 
	closed_from DATE, 
	closed_to DATE, 
	closed_basis VARCHAR(40), 
	closed_note TEXT, 
	CONSTRAINT pk_site PRIMARY KEY (id), 
	CONSTRAINT fk_site_closed_basis FOREIGN KEY(closed_basis) REFERENCES date_basis (id), 
	CONSTRAINT fk_site_country_id FOREIGN KEY(country_id) REFERENCES country (id), 
	CONSTRAINT fk_site_id FOREIGN KEY(id) REFERENCES claim (id), 
	CONSTRAINT fk_site_opened_basis FOREIGN KEY(opened_basis) REFERENCES date_basis (id), 
	CONSTRAINT fk_site_operator_id FOREIGN KEY(operator_id) REFERENCES operator (id), 
	CONSTRAINT fk_site_place_id FOREIGN KEY(place_id) REFERENCES place (id), 
	CONSTRAINT fk_site_status FOREIGN KEY(status) REFERENCES site_status (id)
);
INSERT INTO "site" VALUES('phone-marketing-dreux',NULL,'phone-marketing','FR','fr-dreux',NULL,'planned','2009-06','2009-06-01','2009-06-30','stated',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "site" VALUES('keyyo-abbeville',NULL,'keyyo','FR','fr-abbeville',NULL,'open','../2009-05?',NULL,'2009-05-31','inferred','The move was done when the article appeared.',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "site" VALUES('keyyo-casablanca',NULL,'keyyo','MA','ma-casablanca',NULL,'closed',NULL,NULL,NULL,NULL,NULL,'../2009-05?',NULL,'2009-05-31','inferred','The move was done when the article appeared.');
INSERT INTO "site" VALUES('webhelp-agadir-dakhla',NULL,'webhelp','MA','ma-agadir-dakhla',NULL,'planned','2011-10?','2011-10-01','2011-10-31','inferred','To operate from the beginning of October; the title says next October. The year is that of the article.',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "site" VALUES('webhelp-fes',NULL,'webhelp','MA','ma-fes',NULL,'open',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "site" VALUES('webhelp-rabat',NULL,'webhelp','MA','ma-rabat',NULL,'open',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "site" VALUES('webhelp-france',NULL,'webhelp','FR',NULL,NULL,'open',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "site" VALUES('webhelp-romania',NULL,'webhelp','RO',NULL,NULL,'open',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "site" VALUES('phone-assistance-agadir',NULL,'phone-assistance','MA','ma-agadir',NULL,'planned',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "site" VALUES('unnamed-agadir-2011',NULL,NULL,'MA','ma-agadir',NULL,'planned',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "site" VALUES('intelcia-oujda',NULL,'intelcia','MA','ma-oujda',NULL,'planned','2020-08','2020-08-01','2020-08-31','relative','From next August, reckoned from the show of July 2020.',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "site" VALUES('intelcia-portugal',NULL,'intelcia','PT',NULL,NULL,'open',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "site" VALUES('intelcia-usa',NULL,'intelcia','US',NULL,NULL,'open',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "site" VALUES('intelcia-jamaica',NULL,'intelcia','JM',NULL,NULL,'open',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "site" VALUES('unnamed-oujda-2020-1',NULL,NULL,'MA','ma-oujda',NULL,'planned',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "site" VALUES('unnamed-oujda-2020-2',NULL,NULL,'MA','ma-oujda',NULL,'planned',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "site" VALUES('notoriety-oujda',NULL,'notoriety','MA','ma-oujda',NULL,'open',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "site" VALUES('saccom-oujda-shore',NULL,'saccom','MA','ma-oujda-shore',NULL,'planned','2020-08','2020-08-01','2020-08-31','relative','From next month, reckoned from July 2020.',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "site" VALUES('eca-groupe-oujda',NULL,'eca-groupe','MA','ma-oujda',NULL,'open',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "site" VALUES('vipp-interstis-lome',NULL,'vipp-interstis','TG','tg-lome','Immeuble Ramco','planned','2020-04-01','2020-04-01','2020-04-01','stated',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "site" VALUES('vipp-interstis-cameroon',NULL,'vipp-interstis','CM',NULL,NULL,'open',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "site" VALUES('vipp-interstis-benin',NULL,'vipp-interstis','BJ',NULL,NULL,'open',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE site_status (
	id VARCHAR(40) NOT NULL, 
	position INTEGER NOT NULL, 
	label_en VARCHAR(300) NOT NULL, 
	label_fr VARCHAR(300) NOT NULL, 
	definition TEXT NOT NULL, 
	CONSTRAINT pk_site_status PRIMARY KEY (id)
);
INSERT INTO "site_status" VALUES('planned',1,'planned','prévu','Announced or being set up, not yet reported at work. Stays so until a later source reports operation.');
INSERT INTO "site_status" VALUES('open',2,'open','ouvert','Reported to operate, or to be installed with no start still to come. A ceremony alone doesn''t prove it.');
INSERT INTO "site_status" VALUES('closed',3,'closed','fermé','Reported to have ended, or to have been left by its operator.');
INSERT INTO "site_status" VALUES('unknown',4,'unknown','inconnu','The source names the site without showing whether it operates.');
CREATE TABLE source (
	id VARCHAR(120) NOT NULL, 
	publisher VARCHAR(300) NOT NULL, 
	title TEXT, 
	url TEXT, 
	language VARCHAR(8) NOT NULL, 
	published VARCHAR(60), 
	published_from DATE, 
	published_to DATE, 
	published_basis VARCHAR(40), 
	published_note TEXT, 
	credited_to VARCHAR(300), 
	sha256 VARCHAR(64), 
	paragraphs INTEGER, 
	note TEXT, 
	CONSTRAINT pk_source PRIMARY KEY (id), 
	CONSTRAINT fk_source_published_basis FOREIGN KEY(published_basis) REFERENCES date_basis (id), 
	CONSTRAINT uq_source_sha256 UNIQUE (sha256)
);
INSERT INTO "source" VALUES('silicon-2009-centres-rapatries','Silicon.fr','A contre courant : quand les centres d''appels sont rapatriés...','https://silicon.fr/Thematique/cloud-1370/Breves/A-contre-courant-quand-les-centres-d-appels-sont-rapatries-421933/amp.htm','fr','2009-01?/2009-05?','2009-01-01','2009-05-31','inferred','The dates in the line of the author are missing in the text held. A centre to open from June 2009 has just been announced, and its jobs are to come soon: the months before June 2009. The end of 2008 can''t be ruled out.',NULL,'5c78b637082f8c77325398d09d77364739feff08f1356b4fae34db202a947bc0',12,'Paragraph 2 is the title, 3 names the author. Paragraphs 1 and 12 are a notice on consent and the heading of recommended articles, and are left out.');
INSERT INTO "source" VALUES('aujourdhui-2011-webhelp-agadir','Aujourd''hui le Maroc','Agadir : Webhelp ouvrira ses portes en octobre prochain','http://aujourdhui.ma/regions/agadir-webhelp-ouvrira-ses-portes-en-octobre-prochain-78487','fr','2011-06?/2011-08?','2011-06-01','2011-08-31','inferred','The text bears no date. It looks forward to next September and next October and sets another opening for 2012, so it appeared before September 2011 at the latest. The regional shows of recent years were new in January 2009 (Libération, 21 January 2009), and an incubator built to 70 % is to open in 2012: both speak for 2011, not 2010. The months are those in which one says next September.',NULL,'4093ec691880ef663d318dedd4fde4a8db73be4a053c63141b2de3036f61d9ad',17,'Paragraph 2 is the title, 4 is the whole article. Paragraphs 1, 3 and 5 to 17 are a section name, a photo credit, teasers of unrelated articles and the menu, and are left out. No author is named.');
INSERT INTO "source" VALUES('liberation-2009-01-21-regionales-tanger','Libération (Maroc)','Tanger abrite les Régionales de la relation clients','http://www.libe.ma/Tanger-abrite-les-Regionales-de-la-relation-clients_a544.html','fr','2009-01-21','2009-01-21','2009-01-21','stated',NULL,NULL,'d988c546cfeb1e9d608f48a12967490e8dbd7a9dce6ee9d9496dadc0fda4f599',22,'Paragraph 4 is the title, repeated in 6; 5 is the heading above it. Paragraphs 1 to 3 and 14 to 22 are buttons, the counter of readers, the rules for comments, the menu and adverts, and are left out.');
INSERT INTO "source" VALUES('orientalmarocain-2020-07-siccam-oujda','Oriental Marocain','Offshoring : le 1er salon post-Covid se tient à Oujda','https://orientalmarocain.com/offshoring-le-1er-salon-post-covid-se-tient-a-oujda/','fr','2020-07-11/2020-07-31','2020-07-11','2020-07-31','inferred','The text bears no date and no year. It tells of a show on 10 and 11 July as past and speaks of next August, so it appeared between them. The year: after the first weeks of Covid-19 and its lockdown; the 17th edition, the 16th having been held in April 2019 (Bladi Online, 19 April 2019); twenty years of a trade that began in 1999.','L''Economiste','d8f412ba8d2e755a2b5655c7e5e61cb51dc40c412f3ed4ebb0c979931af21541',11,'The text held has no title; this one comes from an index of the press and hasn''t been held against the page, whose address bears the same words. Paragraph 8 is a heading, 11 credits L''Economiste. No author is named.');
INSERT INTO "source" VALUES('ciomag-2020-01-30-vipp-interstis','Cio Mag','VIPP Interstis démarre ses activités au Togo le 1er avril 2020','https://cio-mag.com/?p=22927','fr','2020-01-30?','2020-01-30','2020-01-30','inferred','The text bears no date. It calls the day of the press conference this Thursday 30 January, so it appeared on that day or soon after; the year follows from the opening on 1 April 2020, and 30 January 2020 was a Thursday.',NULL,'118666c95896c51fab899ec0966cc0150cc39b05571b8c8196f3a34d5ab80644',12,'The text held has no title; this one comes from an index of the press and hasn''t been held against the page. Paragraphs 3, 5 and 8 are headings. The author writes from Lomé.');
CREATE TABLE source_author (
	source_id VARCHAR(120) NOT NULL, 
	position INTEGER NOT NULL, 
	name VARCHAR(300) NOT NULL, 
	CONSTRAINT pk_source_author PRIMARY KEY (source_id, position), 
	CONSTRAINT fk_source_author_source_id FOREIGN KEY(source_id) REFERENCES source (id)
);
INSERT INTO "source_author" VALUES('silicon-2009-centres-rapatries',1,'Olivier Robillart');
INSERT INTO "source_author" VALUES('liberation-2009-01-21-regionales-tanger',1,'Amel NEJJARI');
INSERT INTO "source_author" VALUES('ciomag-2020-01-30-vipp-interstis',1,'Souleyman Tobias');
CREATE TABLE stamp (
	id VARCHAR(300) NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_stamp PRIMARY KEY (id)
);
INSERT INTO "stamp" VALUES('version','0.1.0');
INSERT INTO "stamp" VALUES('origin','package');
INSERT INTO "stamp" VALUES('fingerprint','fixtures of the first release');
CREATE TABLE stance (
	id VARCHAR(40) NOT NULL, 
	position INTEGER NOT NULL, 
	label_en VARCHAR(300) NOT NULL, 
	label_fr VARCHAR(300) NOT NULL, 
	definition TEXT NOT NULL, 
	CONSTRAINT pk_stance PRIMARY KEY (id)
);
INSERT INTO "stance" VALUES('supports',1,'supports','confirme','The passage states the claim, or says it in other words.');
INSERT INTO "stance" VALUES('contradicts',2,'contradicts','contredit','The passage denies the claim. A passage with another figure makes a claim of its own, linked by conflicts_with.');
CREATE TABLE statement (
	id VARCHAR(120) NOT NULL, 
	topic VARCHAR(40) NOT NULL, 
	country_id VARCHAR(2), 
	place_id VARCHAR(120), 
	CONSTRAINT pk_statement PRIMARY KEY (id), 
	CONSTRAINT fk_statement_country_id FOREIGN KEY(country_id) REFERENCES country (id), 
	CONSTRAINT fk_statement_id FOREIGN KEY(id) REFERENCES claim (id), 
	CONSTRAINT fk_statement_place_id FOREIGN KEY(place_id) REFERENCES place (id), 
	CONSTRAINT fk_statement_topic FOREIGN KEY(topic) REFERENCES topic (id)
);
INSERT INTO "statement" VALUES('call-centres-africa-before-2009','market',NULL,NULL);
INSERT INTO "statement" VALUES('return-quality-for-cost','reason',NULL,NULL);
INSERT INTO "statement" VALUES('keyyo-reason-costs','reason',NULL,NULL);
INSERT INTO "statement" VALUES('companies-close-to-customers-2009','market',NULL,NULL);
INSERT INTO "statement" VALUES('webhelp-large-outsourcer','distinction',NULL,NULL);
INSERT INTO "statement" VALUES('drarga-pepiniere-purpose','infrastructure','MA','ma-drarga-pepiniere');
INSERT INTO "statement" VALUES('morocco-favoured-land-2009','evaluation','MA',NULL);
INSERT INTO "statement" VALUES('morocco-centres-concentrated-2009','market','MA',NULL);
INSERT INTO "statement" VALUES('anapec-scheme-2009','training','MA',NULL);
INSERT INTO "statement" VALUES('morocco-offshore-market-2009','market','MA',NULL);
INSERT INTO "statement" VALUES('siccam-2020-after-cancellations','event','MA','ma-oujda');
INSERT INTO "statement" VALUES('oujda-announcements-cheerful','evaluation','MA','ma-oujda');
INSERT INTO "statement" VALUES('morocco-twenty-years-2020','market','MA',NULL);
INSERT INTO "statement" VALUES('vipp-interstis-channels','services',NULL,NULL);
INSERT INTO "statement" VALUES('vipp-interstis-togo-training','training','TG',NULL);
INSERT INTO "statement" VALUES('togo-services-hub','policy','TG',NULL);
INSERT INTO "statement" VALUES('lawson-togo-attractive','evaluation','TG',NULL);
INSERT INTO "statement" VALUES('vipp-interstis-reason-infrastructure','reason','TG',NULL);
CREATE TABLE statistic (
	id VARCHAR(120) NOT NULL, 
	measure VARCHAR(40) NOT NULL, 
	low DOUBLE, 
	high DOUBLE, 
	bound VARCHAR(40) NOT NULL, 
	period VARCHAR(40), 
	country_id VARCHAR(2), 
	place_id VARCHAR(120), 
	site_id VARCHAR(120), 
	event_id VARCHAR(120), 
	as_of VARCHAR(60), 
	as_of_from DATE, 
	as_of_to DATE, 
	as_of_basis VARCHAR(40), 
	as_of_note TEXT, 
	CONSTRAINT pk_statistic PRIMARY KEY (id), 
	CONSTRAINT ck_statistic_bound_fits CHECK ((bound IN ('exact', 'about') AND low IS NOT NULL AND high IS NOT NULL AND low = high) OR (bound = 'at_least' AND low IS NOT NULL AND high IS NULL) OR (bound = 'at_most' AND low IS NULL AND high IS NOT NULL) OR (bound = 'range' AND low IS NOT NULL AND high IS NOT NULL AND low < high)), 
	CONSTRAINT fk_statistic_as_of_basis FOREIGN KEY(as_of_basis) REFERENCES date_basis (id), 
	CONSTRAINT fk_statistic_bound FOREIGN KEY(bound) REFERENCES bound (id), 
	CONSTRAINT fk_statistic_country_id FOREIGN KEY(country_id) REFERENCES country (id), 
	CONSTRAINT fk_statistic_event_id FOREIGN KEY(event_id) REFERENCES event (id), 
	CONSTRAINT fk_statistic_id FOREIGN KEY(id) REFERENCES claim (id), 
	CONSTRAINT fk_statistic_measure FOREIGN KEY(measure) REFERENCES statistic_measure (id), 
	CONSTRAINT fk_statistic_period FOREIGN KEY(period) REFERENCES period (id), 
	CONSTRAINT fk_statistic_place_id FOREIGN KEY(place_id) REFERENCES place (id), 
	CONSTRAINT fk_statistic_site_id FOREIGN KEY(site_id) REFERENCES site (id)
);
INSERT INTO "statistic" VALUES('keyyo-client-size','client_size',NULL,20.0,'at_most',NULL,NULL,NULL,NULL,NULL,'2009-01?/2009-05?','2009-01-01','2009-05-31','inferred','The present of the article.');
INSERT INTO "statistic" VALUES('webhelp-agadir-negotiation-years','duration',3.0,3.0,'about',NULL,'MA','ma-agadir',NULL,'webhelp-agadir-negotiation',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "statistic" VALUES('agadir-new-sites-2011','new_sites',3.0,3.0,'exact',NULL,'MA','ma-agadir',NULL,NULL,'2011-06?/2011-08?','2011-06-01','2011-08-31','inferred','The present of the article.');
INSERT INTO "statistic" VALUES('drarga-pepiniere-premises','premises',37.0,37.0,'about',NULL,'MA','ma-drarga-pepiniere',NULL,'drarga-pepiniere-opening',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "statistic" VALUES('drarga-pepiniere-completion','completion',70.0,70.0,'exact',NULL,'MA','ma-drarga-pepiniere',NULL,'drarga-pepiniere-opening','2011-06?/2011-08?','2011-06-01','2011-08-31','inferred','The present of the article.');
INSERT INTO "statistic" VALUES('webhelp-france-sites-2011','sites',10.0,10.0,'exact',NULL,'FR',NULL,NULL,NULL,'2011-06?/2011-08?','2011-06-01','2011-08-31','inferred','The present of the article.');
INSERT INTO "statistic" VALUES('webhelp-morocco-sites-2011','sites',10.0,10.0,'exact',NULL,'MA',NULL,NULL,NULL,'2011-06?/2011-08?','2011-06-01','2011-08-31','inferred','The present of the article.');
INSERT INTO "statistic" VALUES('regionales-relation-clients-2009-stages','stages',7.0,7.0,'exact',NULL,'MA',NULL,NULL,'regionales-relation-clients-2009',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "statistic" VALUES('regionales-relation-clients-2009-tanger-participants','participants',30.0,NULL,'at_least',NULL,'MA','ma-tanger',NULL,'regionales-relation-clients-2009-tanger',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "statistic" VALUES('morocco-new-sites-2009','new_sites',20.0,20.0,'exact','year','MA',NULL,NULL,NULL,'2009-01-21','2009-01-21','2009-01-21','inferred','The present of the article; it gives the rate as the sign of a growth over more than five years.');
INSERT INTO "statistic" VALUES('morocco-growth-years-2009','duration',5.0,NULL,'at_least',NULL,'MA',NULL,NULL,NULL,'2009-01-21','2009-01-21','2009-01-21','inferred','The present of the article.');
INSERT INTO "statistic" VALUES('morocco-vacancies-2009','vacancies',250.0,250.0,'about','week','MA',NULL,NULL,NULL,'2009-01-21','2009-01-21','2009-01-21','inferred','The present of the article.');
INSERT INTO "statistic" VALUES('siccam-2020-areas','event_areas',4.0,4.0,'exact',NULL,'MA','ma-oujda',NULL,'siccam-2020-oujda',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "statistic" VALUES('siccam-2020-trophies-number','awards',3.0,3.0,'exact',NULL,'MA','ma-oujda',NULL,'siccam-2020-trophies',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "statistic" VALUES('siccam-2020-investor-prizes-number','awards',4.0,4.0,'exact',NULL,'MA','ma-oujda',NULL,'siccam-2020-investor-prizes',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "statistic" VALUES('morocco-offshoring-years-2020','duration',20.0,20.0,'exact',NULL,'MA',NULL,NULL,NULL,'2020-07','2020-07-01','2020-07-31','inferred','The present of the article; the story is said to begin in 1999.');
INSERT INTO "statistic" VALUES('vipp-interstis-contacts-2020','contacts',35000000.0,NULL,'at_least','year',NULL,NULL,NULL,NULL,'2020-01-30?','2020-01-30','2020-01-30','inferred','The present of the article.');
CREATE TABLE statistic_measure (
	id VARCHAR(40) NOT NULL, 
	position INTEGER NOT NULL, 
	label_en VARCHAR(300) NOT NULL, 
	label_fr VARCHAR(300) NOT NULL, 
	definition TEXT NOT NULL, 
	CONSTRAINT pk_statistic_measure PRIMARY KEY (id)
);
INSERT INTO "statistic_measure" VALUES('sites',1,'sites','sites','Centres in operation, counted at a date. Choose new_sites for those that open.');
INSERT INTO "statistic_measure" VALUES('new_sites',2,'new sites','nouveaux sites','Centres that open or are to open; with a period where it is a rate.');
INSERT INTO "statistic_measure" VALUES('vacancies',3,'vacancies','postes à pourvoir','Posts that a whole market needs to fill; with a period where it is a rate. One employer''s are a pledge.');
INSERT INTO "statistic_measure" VALUES('contacts',4,'customer contacts','contacts clients','Calls, mails, chats and other contacts with customers that are dealt with; usually a year.');
INSERT INTO "statistic_measure" VALUES('premises',5,'premises','locaux','Units to let in a park or an incubator.');
INSERT INTO "statistic_measure" VALUES('completion',6,'completion','taux de réalisation','How far building works are, in per cent.');
INSERT INTO "statistic_measure" VALUES('participants',7,'participants','participants','People or bodies that attend an event.');
INSERT INTO "statistic_measure" VALUES('stages',8,'stages of a tour','étapes d''une tournée','Cities at which a touring event stops.');
INSERT INTO "statistic_measure" VALUES('event_areas',9,'areas of an event','espaces d''un événement','Separate areas that a show offers.');
INSERT INTO "statistic_measure" VALUES('awards',10,'awards','prix','Prizes or trophies given at an event.');
INSERT INTO "statistic_measure" VALUES('duration',11,'duration in years','durée en années','How long something took or has lasted, in years.');
INSERT INTO "statistic_measure" VALUES('client_size',12,'employees of a client','effectif d''un client','How many employees the typical client firm has.');
CREATE TABLE succession (
	id VARCHAR(120) NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	predecessor_id VARCHAR(120) NOT NULL, 
	successor_id VARCHAR(120) NOT NULL, 
	date VARCHAR(60), 
	date_from DATE, 
	date_to DATE, 
	date_basis VARCHAR(40), 
	date_note TEXT, 
	CONSTRAINT pk_succession PRIMARY KEY (id), 
	CONSTRAINT fk_succession_date_basis FOREIGN KEY(date_basis) REFERENCES date_basis (id), 
	CONSTRAINT fk_succession_id FOREIGN KEY(id) REFERENCES claim (id), 
	CONSTRAINT fk_succession_kind FOREIGN KEY(kind) REFERENCES succession_kind (id), 
	CONSTRAINT fk_succession_predecessor_id FOREIGN KEY(predecessor_id) REFERENCES operator (id), 
	CONSTRAINT fk_succession_status FOREIGN KEY(status) REFERENCES succession_status (id), 
	CONSTRAINT fk_succession_successor_id FOREIGN KEY(successor_id) REFERENCES operator (id)
);
CREATE TABLE succession_kind (
	id VARCHAR(40) NOT NULL, 
	position INTEGER NOT NULL, 
	label_en VARCHAR(300) NOT NULL, 
	label_fr VARCHAR(300) NOT NULL, 
	definition TEXT NOT NULL, 
	CONSTRAINT pk_succession_kind PRIMARY KEY (id)
);
INSERT INTO "succession_kind" VALUES('rename',1,'rename','changement de nom','The same company under a new name.');
INSERT INTO "succession_kind" VALUES('merger',2,'merger','fusion','Two companies become one.');
INSERT INTO "succession_kind" VALUES('acquisition',3,'acquisition','acquisition','One company buys the other, which may go on under its name.');
CREATE TABLE succession_status (
	id VARCHAR(40) NOT NULL, 
	position INTEGER NOT NULL, 
	label_en VARCHAR(300) NOT NULL, 
	label_fr VARCHAR(300) NOT NULL, 
	definition TEXT NOT NULL, 
	CONSTRAINT pk_succession_status PRIMARY KEY (id)
);
INSERT INTO "succession_status" VALUES('announced',1,'announced','annoncée','Made public, not yet in effect.');
INSERT INTO "succession_status" VALUES('completed',2,'completed','réalisée','In effect.');
INSERT INTO "succession_status" VALUES('abandoned',3,'abandoned','abandonnée','Given up after it was announced.');
CREATE TABLE topic (
	id VARCHAR(40) NOT NULL, 
	position INTEGER NOT NULL, 
	label_en VARCHAR(300) NOT NULL, 
	label_fr VARCHAR(300) NOT NULL, 
	definition TEXT NOT NULL, 
	CONSTRAINT pk_topic PRIMARY KEY (id)
);
INSERT INTO "topic" VALUES('distinction',1,'first or rank','primauté ou rang','A first, a biggest, a leader, a rank, or one of the biggest. Choose evaluation for other praise, and an event of the kind award for a prize.');
INSERT INTO "topic" VALUES('services',2,'services','services','What a company does, in which channels and languages. For whom it does so is clients.');
INSERT INTO "topic" VALUES('clients',3,'clients','clients','For whom a company works.');
INSERT INTO "topic" VALUES('reason',4,'reason','motif','Why somebody came, left, moved or signed. Choose evaluation where nothing is explained by it.');
INSERT INTO "topic" VALUES('evaluation',5,'evaluation','appréciation','A judgement on a place, a step or a result, with said_by where somebody is quoted.');
INSERT INTO "topic" VALUES('policy',6,'policy','politique publique','What a government or a region wants or has planned. Its job figures are pledges.');
INSERT INTO "topic" VALUES('promotion',7,'promotion','promotion','What bodies do to make a place or the trade known and to attract operators.');
INSERT INTO "topic" VALUES('training',8,'training and recruitment','formation et recrutement','Schooling, support for hiring, what staff must know.');
INSERT INTO "topic" VALUES('infrastructure',9,'infrastructure','infrastructures','Parks, premises, networks, and for whom they are meant.');
INSERT INTO "topic" VALUES('market',10,'market','marché','How the trade develops and where it concentrates, over more than one company.');
INSERT INTO "topic" VALUES('performance',11,'performance','résultats','Growth, turnover and quality of one company, where no figure is given.');
INSERT INTO "topic" VALUES('event',12,'about an event','à propos d''un événement','Aims, theme, form and circumstances of an event. That it took place is the event itself.');
CREATE TABLE total (
	id VARCHAR(260) NOT NULL, 
	scope_kind VARCHAR(40) NOT NULL, 
	scope VARCHAR(120), 
	due_by DATE, 
	basis VARCHAR(40) NOT NULL, 
	measure VARCHAR(40) NOT NULL, 
	low BIGINT NOT NULL, 
	high BIGINT, 
	bound VARCHAR(40) NOT NULL, 
	pledges INTEGER NOT NULL, 
	CONSTRAINT pk_total PRIMARY KEY (id), 
	CONSTRAINT fk_total_basis FOREIGN KEY(basis) REFERENCES basis (id), 
	CONSTRAINT fk_total_bound FOREIGN KEY(bound) REFERENCES bound (id), 
	CONSTRAINT fk_total_measure FOREIGN KEY(measure) REFERENCES measure (id)
);
INSERT INTO "total" VALUES('all:government:jobs','all',NULL,NULL,'government','jobs',8500,8500,'exact',2);
INSERT INTO "total" VALUES('all:government:due-2025:jobs','all',NULL,'2025-12-31','government','jobs',5000,5000,'exact',1);
INSERT INTO "total" VALUES('all:operator:jobs','all',NULL,NULL,'operator','jobs',3900,NULL,'at_least',3);
INSERT INTO "total" VALUES('all:operator:seats','all',NULL,NULL,'operator','seats',400,400,'about',1);
INSERT INTO "total" VALUES('all:operator:due-2020:jobs','all',NULL,'2020-12-31','operator','jobs',25,25,'exact',1);
INSERT INTO "total" VALUES('all:operator:due-2021:jobs','all',NULL,'2021-12-31','operator','jobs',100,100,'exact',1);
INSERT INTO "total" VALUES('all:operator:due-2023:jobs','all',NULL,'2023-12-31','operator','jobs',500,500,'exact',1);
INSERT INTO "total" VALUES('all:operator:due-2025:jobs','all',NULL,'2025-12-31','operator','jobs',500,500,'exact',1);
INSERT INTO "total" VALUES('country:FR:operator:jobs','country','FR',NULL,'operator','jobs',400,400,'exact',1);
INSERT INTO "total" VALUES('country:MA:government:jobs','country','MA',NULL,'government','jobs',3500,3500,'exact',1);
INSERT INTO "total" VALUES('country:MA:operator:jobs','country','MA',NULL,'operator','jobs',3000,NULL,'at_least',1);
INSERT INTO "total" VALUES('country:MA:operator:seats','country','MA',NULL,'operator','seats',400,400,'about',1);
INSERT INTO "total" VALUES('country:TG:government:jobs','country','TG',NULL,'government','jobs',5000,5000,'exact',1);
INSERT INTO "total" VALUES('country:TG:government:due-2025:jobs','country','TG','2025-12-31','government','jobs',5000,5000,'exact',1);
INSERT INTO "total" VALUES('country:TG:operator:jobs','country','TG',NULL,'operator','jobs',500,500,'exact',1);
INSERT INTO "total" VALUES('country:TG:operator:due-2020:jobs','country','TG','2020-12-31','operator','jobs',25,25,'exact',1);
INSERT INTO "total" VALUES('country:TG:operator:due-2021:jobs','country','TG','2021-12-31','operator','jobs',100,100,'exact',1);
INSERT INTO "total" VALUES('country:TG:operator:due-2023:jobs','country','TG','2023-12-31','operator','jobs',500,500,'exact',1);
INSERT INTO "total" VALUES('country:TG:operator:due-2025:jobs','country','TG','2025-12-31','operator','jobs',500,500,'exact',1);
INSERT INTO "total" VALUES('operator:phone-marketing:operator:jobs','operator','phone-marketing',NULL,'operator','jobs',400,400,'exact',1);
INSERT INTO "total" VALUES('operator:saccom:operator:jobs','operator','saccom',NULL,'operator','jobs',1000,1000,'exact',1);
INSERT INTO "total" VALUES('operator:vipp-interstis:operator:jobs','operator','vipp-interstis',NULL,'operator','jobs',500,500,'exact',1);
INSERT INTO "total" VALUES('operator:vipp-interstis:operator:due-2020:jobs','operator','vipp-interstis','2020-12-31','operator','jobs',25,25,'exact',1);
INSERT INTO "total" VALUES('operator:vipp-interstis:operator:due-2021:jobs','operator','vipp-interstis','2021-12-31','operator','jobs',100,100,'exact',1);
INSERT INTO "total" VALUES('operator:vipp-interstis:operator:due-2023:jobs','operator','vipp-interstis','2023-12-31','operator','jobs',500,500,'exact',1);
INSERT INTO "total" VALUES('operator:webhelp:operator:seats','operator','webhelp',NULL,'operator','seats',400,400,'about',1);
INSERT INTO "total" VALUES('place:fr-centre-val-de-loire:operator:jobs','place','fr-centre-val-de-loire',NULL,'operator','jobs',400,400,'exact',1);
INSERT INTO "total" VALUES('place:fr-dreux:operator:jobs','place','fr-dreux',NULL,'operator','jobs',400,400,'exact',1);
INSERT INTO "total" VALUES('place:fr-eure-et-loir:operator:jobs','place','fr-eure-et-loir',NULL,'operator','jobs',400,400,'exact',1);
INSERT INTO "total" VALUES('place:ma-agadir:operator:seats','place','ma-agadir',NULL,'operator','seats',400,400,'about',1);
INSERT INTO "total" VALUES('place:ma-agadir-dakhla:operator:seats','place','ma-agadir-dakhla',NULL,'operator','seats',400,400,'about',1);
INSERT INTO "total" VALUES('place:ma-oriental:operator:jobs','place','ma-oriental',NULL,'operator','jobs',3000,NULL,'at_least',1);
INSERT INTO "total" VALUES('place:ma-oujda:operator:jobs','place','ma-oujda',NULL,'operator','jobs',3000,NULL,'at_least',1);
INSERT INTO "total" VALUES('place:ma-oujda-shore:operator:jobs','place','ma-oujda-shore',NULL,'operator','jobs',1000,1000,'exact',1);
INSERT INTO "total" VALUES('place:ma-souss-massa:government:jobs','place','ma-souss-massa',NULL,'government','jobs',3500,3500,'exact',1);
INSERT INTO "total" VALUES('place:ma-souss-massa:operator:seats','place','ma-souss-massa',NULL,'operator','seats',400,400,'about',1);
INSERT INTO "total" VALUES('place:tg-lome:operator:jobs','place','tg-lome',NULL,'operator','jobs',25,25,'exact',1);
INSERT INTO "total" VALUES('place:tg-lome:operator:due-2020:jobs','place','tg-lome','2020-12-31','operator','jobs',25,25,'exact',1);
INSERT INTO "total" VALUES('place:tg-maritime:operator:jobs','place','tg-maritime',NULL,'operator','jobs',25,25,'exact',1);
INSERT INTO "total" VALUES('place:tg-maritime:operator:due-2020:jobs','place','tg-maritime','2020-12-31','operator','jobs',25,25,'exact',1);
CREATE TABLE verdict (
	id VARCHAR(120) NOT NULL, 
	pledge_id VARCHAR(120) NOT NULL, 
	outcome VARCHAR(40) NOT NULL, 
	as_of VARCHAR(60), 
	as_of_from DATE, 
	as_of_to DATE, 
	as_of_basis VARCHAR(40), 
	as_of_note TEXT, 
	CONSTRAINT pk_verdict PRIMARY KEY (id), 
	CONSTRAINT fk_verdict_as_of_basis FOREIGN KEY(as_of_basis) REFERENCES date_basis (id), 
	CONSTRAINT fk_verdict_id FOREIGN KEY(id) REFERENCES claim (id), 
	CONSTRAINT fk_verdict_outcome FOREIGN KEY(outcome) REFERENCES outcome (id), 
	CONSTRAINT fk_verdict_pledge_id FOREIGN KEY(pledge_id) REFERENCES job_pledge (id)
);
CREATE INDEX ix_claim_kind ON claim (kind);
CREATE INDEX ix_claim_said_by_id ON claim (said_by_id);
CREATE INDEX ix_country_name_folded ON country_name (folded);
CREATE INDEX ix_coverage_country_id ON coverage (country_id);
CREATE INDEX ix_coverage_searched_from ON coverage (searched_from);
CREATE INDEX ix_coverage_searched_to ON coverage (searched_to);
CREATE INDEX ix_operator_founded_from ON operator (founded_from);
CREATE INDEX ix_operator_founded_to ON operator (founded_to);
CREATE INDEX ix_operator_home_country_id ON operator (home_country_id);
CREATE INDEX ix_party_name_folded ON party_name (folded);
CREATE INDEX ix_party_name_used_from ON party_name (used_from);
CREATE INDEX ix_party_name_used_to ON party_name (used_to);
CREATE INDEX ix_place_country_id ON place (country_id);
CREATE INDEX ix_place_parent_id ON place (parent_id);
CREATE INDEX ix_source_published_from ON source (published_from);
CREATE INDEX ix_source_published_to ON source (published_to);
CREATE INDEX ix_total_scope ON total (scope);
CREATE INDEX ix_total_scope_kind ON total (scope_kind);
CREATE INDEX ix_citation_claim_id ON citation (claim_id);
CREATE INDEX ix_citation_source_id ON citation (source_id);
CREATE INDEX ix_claim_link_other_id ON claim_link (other_id);
CREATE INDEX ix_claim_party_party_id ON claim_party (party_id);
CREATE INDEX ix_coverage_year_year ON coverage_year (year);
CREATE INDEX ix_institution_country_id ON institution (country_id);
CREATE INDEX ix_institution_place_id ON institution (place_id);
CREATE INDEX ix_place_name_folded ON place_name (folded);
CREATE INDEX ix_position_held_from ON position (held_from);
CREATE INDEX ix_position_held_to ON position (held_to);
CREATE INDEX ix_position_official_id ON position (official_id);
CREATE INDEX ix_position_organisation_id ON position (organisation_id);
CREATE INDEX ix_site_closed_from ON site (closed_from);
CREATE INDEX ix_site_closed_to ON site (closed_to);
CREATE INDEX ix_site_country_id ON site (country_id);
CREATE INDEX ix_site_opened_from ON site (opened_from);
CREATE INDEX ix_site_opened_to ON site (opened_to);
CREATE INDEX ix_site_operator_id ON site (operator_id);
CREATE INDEX ix_site_place_id ON site (place_id);
CREATE INDEX ix_statement_country_id ON statement (country_id);
CREATE INDEX ix_statement_place_id ON statement (place_id);
CREATE INDEX ix_succession_date_from ON succession (date_from);
CREATE INDEX ix_succession_date_to ON succession (date_to);
CREATE INDEX ix_succession_predecessor_id ON succession (predecessor_id);
CREATE INDEX ix_succession_successor_id ON succession (successor_id);
CREATE INDEX ix_event_date_from ON event (date_from);
CREATE INDEX ix_event_date_to ON event (date_to);
CREATE INDEX ix_event_kind ON event (kind);
CREATE INDEX ix_event_part_of_id ON event (part_of_id);
CREATE INDEX ix_event_site_id ON event (site_id);
CREATE INDEX ix_job_report_as_of_from ON job_report (as_of_from);
CREATE INDEX ix_job_report_as_of_to ON job_report (as_of_to);
CREATE INDEX ix_job_report_country_id ON job_report (country_id);
CREATE INDEX ix_job_report_place_id ON job_report (place_id);
CREATE INDEX ix_job_report_site_id ON job_report (site_id);
CREATE INDEX ix_event_place_country_id ON event_place (country_id);
CREATE INDEX ix_event_place_place_id ON event_place (place_id);
CREATE INDEX ix_investment_country_id ON investment (country_id);
CREATE INDEX ix_investment_date_from ON investment (date_from);
CREATE INDEX ix_investment_date_to ON investment (date_to);
CREATE INDEX ix_investment_event_id ON investment (event_id);
CREATE INDEX ix_investment_place_id ON investment (place_id);
CREATE INDEX ix_investment_site_id ON investment (site_id);
CREATE INDEX ix_job_pledge_announced_from ON job_pledge (announced_from);
CREATE INDEX ix_job_pledge_announced_to ON job_pledge (announced_to);
CREATE INDEX ix_job_pledge_country_id ON job_pledge (country_id);
CREATE INDEX ix_job_pledge_due_from ON job_pledge (due_from);
CREATE INDEX ix_job_pledge_due_to ON job_pledge (due_to);
CREATE INDEX ix_job_pledge_event_id ON job_pledge (event_id);
CREATE INDEX ix_job_pledge_place_id ON job_pledge (place_id);
CREATE INDEX ix_job_pledge_site_id ON job_pledge (site_id);
CREATE INDEX ix_statistic_as_of_from ON statistic (as_of_from);
CREATE INDEX ix_statistic_as_of_to ON statistic (as_of_to);
CREATE INDEX ix_statistic_country_id ON statistic (country_id);
CREATE INDEX ix_statistic_event_id ON statistic (event_id);
CREATE INDEX ix_statistic_place_id ON statistic (place_id);
CREATE INDEX ix_statistic_site_id ON statistic (site_id);
CREATE INDEX ix_verdict_as_of_from ON verdict (as_of_from);
CREATE INDEX ix_verdict_as_of_to ON verdict (as_of_to);
CREATE INDEX ix_verdict_pledge_id ON verdict (pledge_id);
CREATE VIEW v_citations AS
SELECT
    citation.id           AS id,              -- claim, source and paragraph in one
    citation.claim_id     AS claim,           -- slug of the claim
    claim.kind            AS claim_kind,      -- kind of claim
    claim.summary         AS summary,         -- the claim in a line
    citation.source_id    AS source,          -- slug of the article
    source.publisher      AS publisher,       -- the outlet that published it
    source.title          AS title,           -- title of the article, exactly as printed
    source.published      AS published,       -- date of publication (EDTF)
    source.published_from AS published_from,  -- first day of published; empty: open or unknown
    source.published_to   AS published_to,    -- last day of published; empty: open or unknown
    citation.paragraph    AS paragraph,       -- number of the paragraph, from 1; empty: text not held
    citation.stance       AS stance,          -- supports or contradicts
    citation.note         AS note             -- the curator's remarks, doubts and reasoning
FROM citation
JOIN claim ON claim.id = citation.claim_id
JOIN source ON source.id = citation.source_id;
CREATE VIEW v_claim_parties AS
SELECT
    involved.claim || ' ' || involved.party || ' ' || involved.role AS id,  -- claim, party and role in one
    involved.claim AS claim,                                                -- slug of the claim
    claim.kind     AS claim_kind,                                           -- kind of claim
    involved.party AS party,                                                -- slug of the party
    party.kind     AS party_kind,                                           -- operator, institution or official
    party.name     AS party_name,                                           -- name of that party
    involved.role  AS role                                                  -- code of the list role, or one named above
FROM (
    SELECT claim_party.claim_id AS claim, claim_party.party_id AS party, claim_party.role AS role
    FROM claim_party
    UNION
    SELECT claim.id, claim.said_by_id, 'said_by'
    FROM claim
    WHERE claim.said_by_id IS NOT NULL
    UNION
    SELECT site.id, site.operator_id, 'operator'
    FROM site
    WHERE site.operator_id IS NOT NULL
    UNION
    SELECT position.id, position.official_id, 'official'
    FROM position
    UNION
    SELECT position.id, position.organisation_id, 'organisation'
    FROM position
    WHERE position.organisation_id IS NOT NULL
    UNION
    SELECT succession.id, succession.predecessor_id, 'predecessor'
    FROM succession
    UNION
    SELECT succession.id, succession.successor_id, 'successor'
    FROM succession
) AS involved
JOIN claim ON claim.id = involved.claim
JOIN party ON party.id = involved.party;
CREATE VIEW v_claim_places AS
SELECT
    located.claim || ' ' || located.role || ' '
        || COALESCE(located.place, located.country) AS id,  -- claim, role and place in one
    located.claim   AS claim,                               -- slug of the claim
    claim.kind      AS claim_kind,                          -- kind of claim
    located.role    AS role,                                -- at; for an event also from and to
    located.country AS country,                             -- country, ISO 3166-1 alpha-2
    located.place   AS place                                -- slug of the closest place known, if any
FROM (
    SELECT
        event_place.event_id AS claim,
        event_place.role AS role,
        event_place.country_id AS country,
        event_place.place_id AS place
    FROM event_place
    UNION
    SELECT site.id, 'at', site.country_id, site.place_id
    FROM site
    UNION
    SELECT job_pledge.id, 'at', job_pledge.country_id, job_pledge.place_id
    FROM job_pledge
    UNION
    SELECT job_report.id, 'at', job_report.country_id, job_report.place_id
    FROM job_report
    UNION
    SELECT investment.id, 'at', investment.country_id, investment.place_id
    FROM investment
    UNION
    SELECT statistic.id, 'at', statistic.country_id, statistic.place_id
    FROM statistic
    WHERE statistic.country_id IS NOT NULL
    UNION
    SELECT statement.id, 'at', statement.country_id, statement.place_id
    FROM statement
    WHERE statement.country_id IS NOT NULL
    UNION
    SELECT verdict.id, 'at', job_pledge.country_id, job_pledge.place_id
    FROM verdict JOIN job_pledge ON job_pledge.id = verdict.pledge_id
) AS located
JOIN claim ON claim.id = located.claim;
CREATE VIEW v_links AS
SELECT
    link.claim || ' ' || link.kind || ' ' || link.other AS id,  -- claim, relation and other claim in one
    link.claim AS claim,                                        -- slug of the claim
    link.kind  AS kind,                                         -- part_of, revises or conflicts_with
    link.other AS other                                         -- slug of the claim that it relates to
FROM (
    SELECT claim_link.claim_id AS claim, claim_link.kind AS kind, claim_link.other_id AS other
    FROM claim_link
    UNION ALL
    SELECT claim_link.other_id, claim_link.kind, claim_link.claim_id
    FROM claim_link
    WHERE claim_link.kind = 'conflicts_with'
        AND NOT EXISTS (
            SELECT 1
            FROM claim_link AS returned
            WHERE returned.claim_id = claim_link.other_id
                AND returned.kind = claim_link.kind
                AND returned.other_id = claim_link.claim_id
        )
) AS link;
CREATE VIEW v_codes AS
SELECT
    entry.list || ':' || entry.id AS id,          -- list and code in one
    entry.list                    AS list,        -- name of the code list
    entry.id                      AS code,        -- the code, as views and fixtures write it
    entry.label_en                AS label_en,    -- label in English
    entry.label_fr                AS label_fr,    -- label in French
    entry.definition              AS definition,  -- when to choose this code
    entry.position                AS position     -- place in the list, from 1
FROM (
    SELECT 'place_kind' AS list, id, position, label_en, label_fr, definition FROM place_kind
    UNION ALL SELECT 'name_kind', id, position, label_en, label_fr, definition FROM name_kind
    UNION ALL SELECT 'identifier_scheme', id, position, label_en, label_fr, definition FROM identifier_scheme
    UNION ALL SELECT 'institution_kind', id, position, label_en, label_fr, definition FROM institution_kind
    UNION ALL SELECT 'date_basis', id, position, label_en, label_fr, definition FROM date_basis
    UNION ALL SELECT 'stance', id, position, label_en, label_fr, definition FROM stance
    UNION ALL SELECT 'claim_kind', id, position, label_en, label_fr, definition FROM claim_kind
    UNION ALL SELECT 'link_kind', id, position, label_en, label_fr, definition FROM link_kind
    UNION ALL SELECT 'role', id, position, label_en, label_fr, definition FROM role
    UNION ALL SELECT 'place_role', id, position, label_en, label_fr, definition FROM place_role
    UNION ALL SELECT 'site_status', id, position, label_en, label_fr, definition FROM site_status
    UNION ALL SELECT 'event_kind', id, position, label_en, label_fr, definition FROM event_kind
    UNION ALL SELECT 'event_status', id, position, label_en, label_fr, definition FROM event_status
    UNION ALL SELECT 'measure', id, position, label_en, label_fr, definition FROM measure
    UNION ALL SELECT 'reading', id, position, label_en, label_fr, definition FROM reading
    UNION ALL SELECT 'bound', id, position, label_en, label_fr, definition FROM bound
    UNION ALL SELECT 'basis', id, position, label_en, label_fr, definition FROM basis
    UNION ALL SELECT 'directness', id, position, label_en, label_fr, definition FROM directness
    UNION ALL SELECT 'report_kind', id, position, label_en, label_fr, definition FROM report_kind
    UNION ALL SELECT 'outcome', id, position, label_en, label_fr, definition FROM outcome
    UNION ALL SELECT 'statistic_measure', id, position, label_en, label_fr, definition FROM statistic_measure
    UNION ALL SELECT 'period', id, position, label_en, label_fr, definition FROM period
    UNION ALL SELECT 'investment_kind', id, position, label_en, label_fr, definition FROM investment_kind
    UNION ALL SELECT 'succession_kind', id, position, label_en, label_fr, definition FROM succession_kind
    UNION ALL SELECT 'succession_status', id, position, label_en, label_fr, definition FROM succession_status
    UNION ALL SELECT 'topic', id, position, label_en, label_fr, definition FROM topic
    UNION ALL SELECT 'coverage_method', id, position, label_en, label_fr, definition FROM coverage_method
) AS entry;
CREATE VIEW v_coverage AS
SELECT
    coverage.id || ':' || coverage_year.year AS id,            -- search and year in one
    coverage.id            AS search,                          -- slug of the search
    coverage.country_id    AS country,                         -- country, ISO 3166-1 alpha-2
    country.name_en        AS country_name,                    -- name of the country in English
    coverage_year.year     AS year,                            -- year of publication
    coverage.outlet        AS outlet,                          -- the outlet or archive that was searched
    coverage.method        AS method,                          -- systematic, sample or single
    coverage_year.found    AS found,                           -- articles on the subject that were found, read or not
    coverage.searched      AS searched,                        -- when the search was made (EDTF)
    coverage.searched_from AS searched_from,                   -- first day of searched; empty: open or unknown
    coverage.searched_to   AS searched_to,                     -- last day of searched; empty: open or unknown
    coverage.words         AS words,                           -- the words that were searched for
    coverage.note          AS note                             -- the curator's remarks, doubts and reasoning
FROM coverage
JOIN coverage_year ON coverage_year.coverage_id = coverage.id
JOIN country ON country.id = coverage.country_id;
CREATE VIEW v_currencies AS
SELECT
    currency.id       AS id,      -- ISO 4217 code
    currency.label_en AS name,    -- name in English (Unicode CLDR)
    currency.label_fr AS name_fr  -- name in French (Unicode CLDR)
FROM currency;
CREATE VIEW v_identifiers AS
SELECT
    party_identifier.party_id || ' ' || party_identifier.scheme || ' '
        || party_identifier.value AS id,          -- party, register and value in one
    party_identifier.party_id     AS party,       -- slug of the party
    party.kind                    AS party_kind,  -- operator, institution or official
    party.name                    AS party_name,  -- name of that party
    party_identifier.scheme       AS scheme,      -- the register that gave it
    party_identifier.value        AS value        -- the identifier
FROM party_identifier
JOIN party ON party.id = party_identifier.party_id;
CREATE VIEW v_names AS
SELECT
    known.kind || ' ' || known.entity || ' ' || known.name AS id,  -- kind, entity and name in one
    known.kind      AS kind,                                       -- kind of what bears the name
    known.entity    AS entity,                                     -- its slug; of a country ISO 3166-1 alpha-2
    known.name      AS name,                                       -- the name as written
    known.name_kind AS name_kind,                                  -- kind of name; of a country always name
    known.folded    AS folded,                                     -- the name without case and accents
    known.used      AS used,                                       -- when it was in use (EDTF)
    known.used_from AS used_from,                                  -- first day of used; empty: open or unknown
    known.used_to   AS used_to,                                    -- last day of used; empty: open or unknown
    known.note      AS note                                        -- where the name was seen
FROM (
    SELECT
        party.kind AS kind,
        party_name.party_id AS entity,
        party_name.name AS name,
        party_name.kind AS name_kind,
        party_name.folded AS folded,
        party_name.used AS used,
        party_name.used_from AS used_from,
        party_name.used_to AS used_to,
        party_name.note AS note
    FROM party_name JOIN party ON party.id = party_name.party_id
    UNION ALL
    SELECT 'place', place_name.place_id, place_name.name, place_name.kind, place_name.folded, NULL, NULL, NULL, NULL
    FROM place_name
    UNION ALL
    SELECT 'country', country_name.country_id, country_name.name, 'name', country_name.folded, NULL, NULL, NULL, NULL
    FROM country_name
) AS known;
CREATE VIEW v_place_within AS
WITH RECURSIVE containing (place, within) AS (
    SELECT place.id, place.id
    FROM place
    UNION
    SELECT containing.place, place.parent_id
    FROM containing JOIN place ON place.id = containing.within
    WHERE place.parent_id IS NOT NULL
)
SELECT
    containing.place || ' ' || containing.within AS id,     -- the two places in one
    containing.place                             AS place,  -- slug of the place
    containing.within                            AS within  -- slug of a place that contains it, or of itself
FROM containing;
CREATE VIEW v_positions AS
SELECT
    position.id              AS id,                 -- slug of the position
    position.official_id     AS official,           -- slug of the person
    person.name              AS official_name,      -- name of the person
    position.organisation_id AS organisation,       -- slug of the operator or institution
    organisation.name        AS organisation_name,  -- name of that organisation
    position.title           AS title,              -- the role, in English
    position.held            AS held,               -- when it was held, as far as the sources show (EDTF)
    position.held_from       AS held_from,          -- first day of held; empty: open or unknown
    position.held_to         AS held_to,            -- last day of held; empty: open or unknown
    position.held_basis      AS held_basis,         -- how held is known: stated, relative or inferred
    position.held_note       AS held_note,          -- how held was reckoned or inferred
    claim.summary            AS summary,            -- the position in a line
    (
        SELECT COUNT(DISTINCT citation.source_id)
        FROM citation
        WHERE citation.claim_id = position.id AND citation.stance = 'supports'
    ) AS sources,                                   -- number of sources that support it
    claim.note               AS note                -- the curator's remarks, doubts and reasoning
FROM position
JOIN claim ON claim.id = position.id
JOIN party AS person ON person.id = position.official_id
LEFT JOIN party AS organisation ON organisation.id = position.organisation_id;
CREATE VIEW v_retired AS
SELECT
    retired_slug.id        AS id,         -- the old slug
    retired_slug.successor AS successor,  -- the slug to use instead, of whatever kind
    retired_slug.reason    AS reason      -- why it was retired
FROM retired_slug;
CREATE VIEW v_search AS
SELECT
    search_entry.id           AS id,            -- slug of the record
    search_entry.kind         AS kind,          -- kind of record
    search_entry.title        AS title,         -- name, title or summary
    search_entry.text         AS text,          -- everything else that is searched
    search_entry.folded_title AS folded_title,  -- title, slug and other names without case and accents
    search_entry.folded_text  AS folded_text    -- the text without case and accents
FROM search_entry;
CREATE VIEW v_sites AS
SELECT
    site.id           AS id,             -- slug of the site
    COALESCE(
        site.name,
        COALESCE(runner.name, 'Unnamed operator') || ', ' || COALESCE(place.name, country.name_en)
    ) AS name,                           -- name of the site; where it bears none, operator and place
    site.operator_id  AS operator,       -- slug of the operator that runs it; empty where no source says
    runner.name       AS operator_name,  -- name of that operator
    site.country_id   AS country,        -- country, ISO 3166-1 alpha-2
    country.name_en   AS country_name,   -- name of the country in English
    site.place_id     AS place,          -- slug of the closest place known
    place.name        AS place_name,     -- name of that place
    site.address      AS address,        -- building or street, where a source gives it
    site.status       AS status,         -- state of the site, as of the latest source
    site.opened       AS opened,         -- when it opened or is to open (EDTF)
    site.opened_from  AS opened_from,    -- first day of opened; empty: open or unknown
    site.opened_to    AS opened_to,      -- last day of opened; empty: open or unknown
    site.opened_basis AS opened_basis,   -- how opened is known: stated, relative or inferred
    site.opened_note  AS opened_note,    -- how opened was reckoned or inferred
    site.closed       AS closed,         -- when it closed or is to close (EDTF)
    site.closed_from  AS closed_from,    -- first day of closed; empty: open or unknown
    site.closed_to    AS closed_to,      -- last day of closed; empty: open or unknown
    site.closed_basis AS closed_basis,   -- how closed is known: stated, relative or inferred
    site.closed_note  AS closed_note,    -- how closed was reckoned or inferred
    claim.summary     AS summary,        -- what is known of it in a line
    (
        SELECT COUNT(DISTINCT citation.source_id)
        FROM citation
        WHERE citation.claim_id = site.id AND citation.stance = 'supports'
    ) AS sources,                        -- number of sources that support it
    claim.note        AS note            -- the curator's remarks, doubts and reasoning
FROM site
JOIN claim ON claim.id = site.id
JOIN country ON country.id = site.country_id
LEFT JOIN place ON place.id = site.place_id
LEFT JOIN party AS runner ON runner.id = site.operator_id;
CREATE VIEW v_sources AS
SELECT
    source.id              AS id,               -- slug of the source
    source.publisher       AS publisher,        -- the outlet that published it
    source.title           AS title,            -- title, exactly as printed
    (SELECT group_concat(entry, '; ') FROM (
        SELECT source_author.name AS entry
        FROM source_author
        WHERE source_author.source_id = source.id
        ORDER BY source_author.position
    ) AS ordered) AS authors,                   -- names as printed, in the printed order, joined by '; '
    source.url             AS url,              -- address
    source.language        AS language,         -- language of the text, ISO 639-1
    source.published       AS published,        -- date of publication (EDTF)
    source.published_from  AS published_from,   -- first day of published; empty: open or unknown
    source.published_to    AS published_to,     -- last day of published; empty: open or unknown
    source.published_basis AS published_basis,  -- how published is known: stated, relative or inferred
    source.published_note  AS published_note,   -- how published was reckoned or inferred
    source.credited_to     AS credited_to,      -- the outlet that the article itself names as its origin
    source.sha256          AS sha256,           -- SHA-256 of the normalised text, where it was held
    source.paragraphs      AS paragraphs,       -- number of paragraphs of that text
    (
        SELECT COUNT(DISTINCT citation.claim_id)
        FROM citation
        WHERE citation.source_id = source.id
    ) AS claims,                                -- number of claims that it supports or contradicts
    source.note            AS note              -- the curator's remarks, doubts and reasoning
FROM source;
CREATE VIEW v_stamp AS
SELECT
    stamp.id    AS id,    -- what the value tells
    stamp.value AS value  -- the value
FROM stamp;
CREATE VIEW v_successions AS
SELECT
    succession.id             AS id,                -- slug of the succession
    succession.kind           AS kind,              -- rename, merger, acquisition ...
    succession.status         AS status,            -- announced, completed or abandoned
    succession.predecessor_id AS predecessor,       -- slug of the operator that was there before
    predecessor.name          AS predecessor_name,  -- name of that operator
    succession.successor_id   AS successor,         -- slug of the operator that follows
    successor.name            AS successor_name,    -- name of that operator
    succession.date           AS date,              -- when it took effect or is to (EDTF)
    succession.date_from      AS date_from,         -- first day of date; empty: open or unknown
    succession.date_to        AS date_to,           -- last day of date; empty: open or unknown
    succession.date_basis     AS date_basis,        -- how date is known: stated, relative or inferred
    succession.date_note      AS date_note,         -- how date was reckoned or inferred
    claim.summary             AS summary,           -- the succession in a line
    (
        SELECT COUNT(DISTINCT citation.source_id)
        FROM citation
        WHERE citation.claim_id = succession.id AND citation.stance = 'supports'
    ) AS sources,                                   -- number of sources that support it
    claim.note                AS note               -- the curator's remarks, doubts and reasoning
FROM succession
JOIN claim ON claim.id = succession.id
JOIN party AS predecessor ON predecessor.id = succession.predecessor_id
JOIN party AS successor ON successor.id = succession.successor_id;
CREATE VIEW v_totals AS
SELECT
    total.id         AS id,          -- scope, due date, basis and measure in one
    total.scope_kind AS scope_kind,  -- all, country, place or operator
    total.scope      AS scope,       -- code or slug of the scope; empty for all
    CASE total.scope_kind
        WHEN 'country' THEN country.name_en
        WHEN 'place' THEN place.name
        WHEN 'operator' THEN party.name
    END AS scope_name,               -- name of the scope; empty for all
    total.due_by     AS due_by,      -- only pledges due by this day; empty: all pledges
    total.basis      AS basis,       -- whose pledges: operator, government, federation or analyst
    total.measure    AS measure,     -- jobs (headcount and hires included), seats or trainees
    total.low        AS low,         -- lower end of the total
    total.high       AS high,        -- upper end; empty where a part is open
    total.bound      AS bound,       -- exact, about, at_least, at_most or range
    total.pledges    AS pledges      -- number of pledges that count
FROM total
LEFT JOIN country ON country.id = total.scope
LEFT JOIN place ON place.id = total.scope
LEFT JOIN party ON party.id = total.scope;
CREATE VIEW v_verdicts AS
SELECT
    verdict.id          AS id,           -- slug of the verdict
    verdict.pledge_id   AS pledge,       -- slug of the pledge
    verdict.outcome     AS outcome,      -- what became of it
    verdict.as_of       AS as_of,        -- on which date that held (EDTF)
    verdict.as_of_from  AS as_of_from,   -- first day of as_of; empty: open or unknown
    verdict.as_of_to    AS as_of_to,     -- last day of as_of; empty: open or unknown
    verdict.as_of_basis AS as_of_basis,  -- how as_of is known: stated, relative or inferred
    verdict.as_of_note  AS as_of_note,   -- how as_of was reckoned or inferred
    claim.summary       AS summary,      -- the verdict in a line
    (
        SELECT COUNT(DISTINCT citation.source_id)
        FROM citation
        WHERE citation.claim_id = verdict.id AND citation.stance = 'supports'
    ) AS sources,                        -- number of sources that support it
    claim.note          AS note          -- the curator's remarks, doubts and reasoning
FROM verdict
JOIN claim ON claim.id = verdict.id;
CREATE VIEW v_institutions AS
SELECT
    institution.id         AS id,            -- slug of the institution
    party.name             AS name,          -- the name that lists show
    institution.kind       AS kind,          -- kind of institution
    institution.country_id AS country,       -- country in which it works, ISO 3166-1 alpha-2
    country.name_en        AS country_name,  -- name of the country in English
    institution.place_id   AS place,         -- slug of the place for which it is competent
    place.name             AS place_name,    -- name of that place
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party_name.name AS entry
        FROM party_name
        WHERE party_name.party_id = institution.id AND party_name.name <> party.name
        ORDER BY party_name.name COLLATE BINARY
    ) AS ordered) AS other_names,            -- acronyms, former and other names, joined by '; '
    (
        SELECT COUNT(DISTINCT citation.source_id)
        FROM v_claim_parties JOIN citation ON citation.claim_id = v_claim_parties.claim
        WHERE v_claim_parties.party = institution.id AND citation.stance = 'supports'
    ) AS sources,                            -- number of sources in whose claims it occurs
    party.note             AS note           -- the curator's remarks, doubts and reasoning
FROM institution
JOIN party ON party.id = institution.id
LEFT JOIN country ON country.id = institution.country_id
LEFT JOIN place ON place.id = institution.place_id;
CREATE VIEW v_officials AS
SELECT
    official.id            AS id,                 -- slug of the official
    party.name             AS name,               -- the name that lists show
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party_name.name AS entry
        FROM party_name
        WHERE party_name.party_id = official.id AND party_name.name <> party.name
        ORDER BY party_name.name COLLATE BINARY
    ) AS ordered) AS other_names,                 -- further names and spellings, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT position.title || COALESCE(', ' || body.name, '') AS entry
        FROM position LEFT JOIN party AS body ON body.id = position.organisation_id
        WHERE position.official_id = official.id
        ORDER BY
            CASE WHEN position.held IS NULL THEN 1 ELSE 0 END,
            CASE WHEN position.held_to IS NULL THEN 0 ELSE 1 END,
            position.held_to DESC,
            position.held_from DESC NULLS LAST,
            position.id COLLATE BINARY
    ) AS ordered) AS positions,                   -- titles and organisations, the latest first, joined by '; '
    latest.organisation_id AS organisation,       -- slug of the organisation of the latest position
    organisation.name      AS organisation_name,  -- name of that organisation
    (
        SELECT COUNT(DISTINCT citation.source_id)
        FROM v_claim_parties JOIN citation ON citation.claim_id = v_claim_parties.claim
        WHERE v_claim_parties.party = official.id AND citation.stance = 'supports'
    ) AS sources,                                 -- number of sources in whose claims it occurs
    party.note             AS note                -- the curator's remarks, doubts and reasoning
FROM official
JOIN party ON party.id = official.id
LEFT JOIN position AS latest ON latest.id = (
    SELECT position.id
    FROM position
    WHERE position.official_id = official.id
    ORDER BY
        CASE WHEN position.held IS NULL THEN 1 ELSE 0 END,
        CASE WHEN position.held_to IS NULL THEN 0 ELSE 1 END,
        position.held_to DESC,
        position.held_from DESC NULLS LAST,
        position.id COLLATE BINARY
    LIMIT 1
)
LEFT JOIN party AS organisation ON organisation.id = latest.organisation_id;
CREATE VIEW v_operators AS
SELECT
    operator.id              AS id,                 -- slug of the operator
    party.name               AS name,               -- the name that lists show
    operator.home_country_id AS home_country,       -- country of its head office, ISO 3166-1 alpha-2
    country.name_en          AS home_country_name,  -- name of that country in English
    operator.founded         AS founded,            -- when it was founded (EDTF)
    operator.founded_from    AS founded_from,       -- first day of founded; empty: open or unknown
    operator.founded_to      AS founded_to,         -- last day of founded; empty: open or unknown
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party_name.name AS entry
        FROM party_name
        WHERE party_name.party_id = operator.id AND party_name.name <> party.name
        ORDER BY party_name.name COLLATE BINARY
    ) AS ordered) AS other_names,                   -- legal, brand, former and other names, joined by '; '
    (
        SELECT COUNT(*)
        FROM site
        WHERE site.operator_id = operator.id
    ) AS sites,                                     -- number of sites, planned and closed ones included
    (
        SELECT COUNT(*)
        FROM job_pledge JOIN claim_party ON claim_party.claim_id = job_pledge.id
        WHERE claim_party.party_id = operator.id AND claim_party.role = 'employer'
    ) AS pledges,                                   -- number of job pledges that name it as an employer
    (
        SELECT COUNT(DISTINCT citation.source_id)
        FROM v_claim_parties JOIN citation ON citation.claim_id = v_claim_parties.claim
        WHERE v_claim_parties.party = operator.id AND citation.stance = 'supports'
    ) AS sources,                                   -- number of sources in whose claims it occurs
    party.note               AS note                -- the curator's remarks, doubts and reasoning
FROM operator
JOIN party ON party.id = operator.id
LEFT JOIN country ON country.id = operator.home_country_id;
CREATE VIEW v_countries AS
SELECT
    country.id                                    AS id,         -- ISO 3166-1 alpha-2 code
    country.alpha3                                AS alpha3,     -- ISO 3166-1 alpha-3 code
    country.name_en                               AS name,       -- name in English (Unicode CLDR)
    country.name_fr                               AS name_fr,    -- name in French (Unicode CLDR)
    CASE WHEN country.in_africa THEN 1 ELSE 0 END AS in_africa,  -- 1 where it lies in Africa, else 0
    (
        SELECT COUNT(*)
        FROM site
        WHERE site.country_id = country.id
    ) AS sites,                                                  -- number of sites, planned and closed ones included
    (
        SELECT COUNT(*)
        FROM job_pledge
        WHERE job_pledge.country_id = country.id
    ) AS pledges,                                                -- number of job pledges for it
    COALESCE(cited.sources, 0)                    AS sources     -- number of sources with claims about it
FROM country
LEFT JOIN (
    SELECT v_claim_places.country AS country, COUNT(DISTINCT citation.source_id) AS sources
    FROM v_claim_places JOIN citation ON citation.claim_id = v_claim_places.claim
    WHERE citation.stance = 'supports'
    GROUP BY v_claim_places.country
) AS cited ON cited.country = country.id;
CREATE VIEW v_coverage_years AS
SELECT
    known.country || ':' || known.year AS id,  -- country and year in one
    known.country   AS country,                -- country, ISO 3166-1 alpha-2
    country.name_en AS country_name,           -- name of the country in English
    known.year      AS year,                   -- year of publication
    known.searches  AS searches,               -- searches that covered the year; 0: nobody searched
    known.best      AS method,                 -- the most thorough of them: systematic, sample or single
    known.found     AS found,                  -- most articles that one search found
    known.sources   AS sources                 -- articles of that year in the database with claims about the country
FROM (
    SELECT
        counted.country AS country,
        counted.year AS year,
        SUM(counted.searches) AS searches,
        CASE MIN(counted.rank) WHEN 1 THEN 'systematic' WHEN 2 THEN 'sample' WHEN 3 THEN 'single' END AS best,
        MAX(counted.found) AS found,
        SUM(counted.sources) AS sources
    FROM (
        SELECT
            coverage.country_id AS country,
            coverage_year.year AS year,
            1 AS searches,
            CASE coverage.method WHEN 'systematic' THEN 1 WHEN 'sample' THEN 2 ELSE 3 END AS rank,
            coverage_year.found AS found,
            0 AS sources
        FROM coverage
        JOIN coverage_year ON coverage_year.coverage_id = coverage.id
        UNION ALL
        SELECT
            v_claim_places.country,
            CAST(SUBSTR(CAST(source.published_to AS text), 1, 4) AS integer),
            0,
            NULL,
            NULL,
            COUNT(DISTINCT source.id)
        FROM source
        JOIN citation ON citation.source_id = source.id
        JOIN v_claim_places ON v_claim_places.claim = citation.claim_id
        WHERE source.published_to IS NOT NULL
        GROUP BY v_claim_places.country, SUBSTR(CAST(source.published_to AS text), 1, 4)
    ) AS counted
    GROUP BY counted.country, counted.year
) AS known
JOIN country ON country.id = known.country;
CREATE VIEW v_claims AS
SELECT
    claim.id                AS id,                 -- slug of the claim
    claim.kind              AS kind,               -- kind of claim
    claim.summary           AS summary,            -- the claim in a line, in our own words
    claim.said_by_id        AS said_by,            -- slug of whom the source quotes for it
    speaker.name            AS said_by_name,       -- name of the one whom the source quotes
    (SELECT group_concat(entry, '; ') FROM (
        SELECT v_links.other AS entry
        FROM v_links
        WHERE v_links.claim = claim.id AND v_links.kind = 'conflicts_with'
        ORDER BY v_links.other COLLATE BINARY
    ) AS ordered) AS conflicts_with,               -- slugs of the claims in conflict with it, joined by '; '
    claim.preferred_because AS preferred_because,  -- why this one is preferred, where claims conflict
    (
        SELECT COUNT(DISTINCT citation.source_id)
        FROM citation
        WHERE citation.claim_id = claim.id AND citation.stance = 'supports'
    ) AS sources,                                  -- number of sources that support it
    claim.note              AS note                -- the curator's remarks, doubts and reasoning
FROM claim
LEFT JOIN party AS speaker ON speaker.id = claim.said_by_id;
CREATE VIEW v_events AS
SELECT
    event.id                AS id,                 -- slug of the event
    event.kind              AS kind,               -- kind of event
    event.status            AS status,             -- planned, happened or cancelled, as of the latest source
    event.name              AS name,               -- name of the event, where it bears one
    claim.summary           AS summary,            -- what happened or is planned, in a line
    event.date              AS date,               -- when (EDTF)
    event.date_from         AS date_from,          -- first day of date; empty: open or unknown
    event.date_to           AS date_to,            -- last day of date; empty: open or unknown
    event.date_basis        AS date_basis,         -- how date is known: stated, relative or inferred
    event.date_note         AS date_note,          -- how date was reckoned or inferred
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party.id AS entry
        FROM claim_party JOIN party ON party.id = claim_party.party_id
        WHERE claim_party.claim_id = event.id AND party.kind = 'operator'
        GROUP BY party.id ORDER BY MIN(claim_party.position), party.id COLLATE BINARY
    ) AS ordered) AS operator,                     -- slugs of the operators that take part, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party.name AS entry
        FROM claim_party JOIN party ON party.id = claim_party.party_id
        WHERE claim_party.claim_id = event.id AND party.kind = 'operator'
        GROUP BY party.id, party.name ORDER BY MIN(claim_party.position), party.id COLLATE BINARY
    ) AS ordered) AS operator_name,                -- names of the operators that take part, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party.id AS entry
        FROM claim_party JOIN party ON party.id = claim_party.party_id
        WHERE claim_party.claim_id = event.id AND party.kind = 'institution'
        GROUP BY party.id ORDER BY MIN(claim_party.position), party.id COLLATE BINARY
    ) AS ordered) AS institution,                  -- slugs of the institutions that take part, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party.name AS entry
        FROM claim_party JOIN party ON party.id = claim_party.party_id
        WHERE claim_party.claim_id = event.id AND party.kind = 'institution'
        GROUP BY party.id, party.name ORDER BY MIN(claim_party.position), party.id COLLATE BINARY
    ) AS ordered) AS institution_name,             -- names of the institutions that take part, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party.id AS entry
        FROM claim_party JOIN party ON party.id = claim_party.party_id
        WHERE claim_party.claim_id = event.id AND party.kind = 'official'
        GROUP BY party.id ORDER BY MIN(claim_party.position), party.id COLLATE BINARY
    ) AS ordered) AS official,                     -- slugs of the officials that take part, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party.name AS entry
        FROM claim_party JOIN party ON party.id = claim_party.party_id
        WHERE claim_party.claim_id = event.id AND party.kind = 'official'
        GROUP BY party.id, party.name ORDER BY MIN(claim_party.position), party.id COLLATE BINARY
    ) AS ordered) AS official_name,                -- names of the officials that take part, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT country.id AS entry
        FROM event_place JOIN country ON country.id = event_place.country_id
        WHERE event_place.event_id = event.id AND event_place.role = main.role
        GROUP BY country.id ORDER BY MIN(event_place.position)
    ) AS ordered) AS country,                      -- countries, ISO 3166-1 alpha-2, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT country.name_en AS entry
        FROM event_place JOIN country ON country.id = event_place.country_id
        WHERE event_place.event_id = event.id AND event_place.role = main.role
        GROUP BY country.id, country.name_en ORDER BY MIN(event_place.position)
    ) AS ordered) AS country_name,                 -- names of the countries in English, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT place.id AS entry
        FROM event_place JOIN place ON place.id = event_place.place_id
        WHERE event_place.event_id = event.id AND event_place.role = main.role
        ORDER BY event_place.position
    ) AS ordered) AS place,                        -- slugs of the places, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT place.name AS entry
        FROM event_place JOIN place ON place.id = event_place.place_id
        WHERE event_place.event_id = event.id AND event_place.role = main.role
        ORDER BY event_place.position
    ) AS ordered) AS place_name,                   -- names of the places, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT COALESCE(place.id, country.id) AS entry
        FROM event_place
        JOIN country ON country.id = event_place.country_id
        LEFT JOIN place ON place.id = event_place.place_id
        WHERE event_place.event_id = event.id AND event_place.role = 'from'
        ORDER BY event_place.position
    ) AS ordered) AS from_place,                   -- places that it leads from, or countries, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT COALESCE(place.name, country.name_en) AS entry
        FROM event_place
        JOIN country ON country.id = event_place.country_id
        LEFT JOIN place ON place.id = event_place.place_id
        WHERE event_place.event_id = event.id AND event_place.role = 'from'
        ORDER BY event_place.position
    ) AS ordered) AS from_place_name,              -- names of what it leads from, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT COALESCE(place.id, country.id) AS entry
        FROM event_place
        JOIN country ON country.id = event_place.country_id
        LEFT JOIN place ON place.id = event_place.place_id
        WHERE event_place.event_id = event.id AND event_place.role = 'to'
        ORDER BY event_place.position
    ) AS ordered) AS to_place,                     -- places that it leads to, or countries, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT COALESCE(place.name, country.name_en) AS entry
        FROM event_place
        JOIN country ON country.id = event_place.country_id
        LEFT JOIN place ON place.id = event_place.place_id
        WHERE event_place.event_id = event.id AND event_place.role = 'to'
        ORDER BY event_place.position
    ) AS ordered) AS to_place_name,                -- names of what it leads to, joined by '; '
    event.site_id           AS site,               -- slug of the site concerned
    event.part_of_id        AS part_of,            -- slug of the larger event of which it is a part
    (SELECT group_concat(entry, '; ') FROM (
        SELECT v_links.other AS entry
        FROM v_links
        WHERE v_links.claim = event.id AND v_links.kind = 'conflicts_with'
        ORDER BY v_links.other COLLATE BINARY
    ) AS ordered) AS conflicts_with,               -- slugs of the claims in conflict with it, joined by '; '
    claim.preferred_because AS preferred_because,  -- why this one is preferred, where claims conflict
    (
        SELECT COUNT(DISTINCT citation.source_id)
        FROM citation
        WHERE citation.claim_id = event.id AND citation.stance = 'supports'
    ) AS sources,                                  -- number of sources that support it
    claim.note              AS note                -- the curator's remarks, doubts and reasoning
FROM event
JOIN claim ON claim.id = event.id
LEFT JOIN (
    SELECT
        event_place.event_id AS event_id,
        CASE MIN(CASE event_place.role WHEN 'at' THEN 1 WHEN 'to' THEN 2 ELSE 3 END)
            WHEN 1 THEN 'at'
            WHEN 2 THEN 'to'
            ELSE 'from'
        END AS role
    FROM event_place
    GROUP BY event_place.event_id
) AS main ON main.event_id = event.id;
CREATE VIEW v_investments AS
SELECT
    investment.id           AS id,                 -- slug of the investment
    investment.kind         AS kind,               -- what the money is for
    investment.status       AS status,             -- planned, happened or cancelled, as of the latest source
    CASE investment.bound
        WHEN 'exact' THEN CAST(investment.low AS text)
        WHEN 'about' THEN 'about ' || investment.low
        WHEN 'at_least' THEN 'at least ' || investment.low
        WHEN 'at_most' THEN 'at most ' || investment.high
        WHEN 'range' THEN investment.low || ' to ' || investment.high
    END AS figure,                                 -- the amount as people write it, as in about 3500000
    investment.low          AS amount_low,         -- lower end, in whole units of the currency; empty for at_most
    investment.high         AS amount_high,        -- upper end, in whole units of the currency; empty for at_least
    investment.bound        AS bound,              -- exact, about, at_least, at_most or range
    investment.currency_id  AS currency,           -- ISO 4217 code
    currency.label_en       AS currency_name,      -- name of the currency in English
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party.id AS entry
        FROM claim_party JOIN party ON party.id = claim_party.party_id
        WHERE claim_party.claim_id = investment.id AND party.kind = 'operator'
        GROUP BY party.id ORDER BY MIN(claim_party.position), party.id COLLATE BINARY
    ) AS ordered) AS operator,                     -- slugs of the operators in it, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party.name AS entry
        FROM claim_party JOIN party ON party.id = claim_party.party_id
        WHERE claim_party.claim_id = investment.id AND party.kind = 'operator'
        GROUP BY party.id, party.name ORDER BY MIN(claim_party.position), party.id COLLATE BINARY
    ) AS ordered) AS operator_name,                -- names of the operators in it, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party.id AS entry
        FROM claim_party JOIN party ON party.id = claim_party.party_id
        WHERE claim_party.claim_id = investment.id AND party.kind = 'institution'
        GROUP BY party.id ORDER BY MIN(claim_party.position), party.id COLLATE BINARY
    ) AS ordered) AS institution,                  -- slugs of the institutions in it, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party.name AS entry
        FROM claim_party JOIN party ON party.id = claim_party.party_id
        WHERE claim_party.claim_id = investment.id AND party.kind = 'institution'
        GROUP BY party.id, party.name ORDER BY MIN(claim_party.position), party.id COLLATE BINARY
    ) AS ordered) AS institution_name,             -- names of the institutions in it, joined by '; '
    investment.country_id   AS country,            -- country, ISO 3166-1 alpha-2
    country.name_en         AS country_name,       -- name of the country in English
    investment.place_id     AS place,              -- slug of the closest place known
    place.name              AS place_name,         -- name of that place
    investment.site_id      AS site,               -- slug of the site concerned
    investment.event_id     AS event,              -- slug of the event that it belongs to
    investment.date         AS date,               -- when it is spent (EDTF)
    investment.date_from    AS date_from,          -- first day of date; empty: open or unknown
    investment.date_to      AS date_to,            -- last day of date; empty: open or unknown
    investment.date_basis   AS date_basis,         -- how date is known: stated, relative or inferred
    investment.date_note    AS date_note,          -- how date was reckoned or inferred
    (SELECT group_concat(entry, '; ') FROM (
        SELECT v_links.other AS entry
        FROM v_links
        WHERE v_links.claim = investment.id AND v_links.kind = 'conflicts_with'
        ORDER BY v_links.other COLLATE BINARY
    ) AS ordered) AS conflicts_with,               -- slugs of the claims in conflict with it, joined by '; '
    claim.preferred_because AS preferred_because,  -- why this one is preferred, where claims conflict
    claim.said_by_id        AS said_by,            -- slug of whom the source quotes for it
    speaker.name            AS said_by_name,       -- name of the one whom the source quotes
    claim.summary           AS summary,            -- the investment in a line
    (
        SELECT COUNT(DISTINCT citation.source_id)
        FROM citation
        WHERE citation.claim_id = investment.id AND citation.stance = 'supports'
    ) AS sources,                                  -- number of sources that support it
    claim.note              AS note                -- the curator's remarks, doubts and reasoning
FROM investment
JOIN claim ON claim.id = investment.id
JOIN country ON country.id = investment.country_id
LEFT JOIN place ON place.id = investment.place_id
LEFT JOIN party AS speaker ON speaker.id = claim.said_by_id
JOIN currency ON currency.id = investment.currency_id;
CREATE VIEW v_pledges AS
SELECT
    job_pledge.id                AS id,                 -- slug of the pledge
    CASE job_pledge.bound
        WHEN 'exact' THEN CAST(job_pledge.low AS text)
        WHEN 'about' THEN 'about ' || job_pledge.low
        WHEN 'at_least' THEN 'at least ' || job_pledge.low
        WHEN 'at_most' THEN 'at most ' || job_pledge.high
        WHEN 'range' THEN job_pledge.low || ' to ' || job_pledge.high
    END AS figure,                                      -- the figure as people write it, as in about 400
    job_pledge.measure           AS measure,            -- what is counted: jobs, headcount, seats, hires, trainees
    job_pledge.reading           AS reading,            -- on top of what is there, or in all
    job_pledge.low               AS low,                -- lower end of the figure; empty for at_most
    job_pledge.high              AS high,               -- upper end of the figure; empty for at_least
    job_pledge.bound             AS bound,              -- exact, about, at_least, at_most or range
    job_pledge.basis             AS basis,              -- operator, government, federation or analyst
    job_pledge.directness        AS directness,         -- direct, indirect, both or unstated
    CASE
        WHEN EXISTS (
            SELECT 1
            FROM verdict
            WHERE verdict.pledge_id = job_pledge.id AND verdict.outcome = 'cancelled'
        ) THEN 'cancelled'
        WHEN EXISTS (
            SELECT 1
            FROM claim_link
            WHERE claim_link.other_id = job_pledge.id AND claim_link.kind = 'revises'
        ) THEN 'superseded'
        WHEN claim.preferred_because IS NULL AND EXISTS (
            SELECT 1
            FROM v_links JOIN job_pledge AS rival ON rival.id = v_links.other
            WHERE v_links.claim = job_pledge.id AND v_links.kind = 'conflicts_with'
        ) THEN 'disputed'
        ELSE 'standing'
    END AS status,                                      -- cancelled, superseded, disputed or standing
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party.id AS entry
        FROM claim_party JOIN party ON party.id = claim_party.party_id
        WHERE claim_party.claim_id = job_pledge.id AND party.kind = 'operator' AND claim_party.role = 'employer'
        GROUP BY party.id ORDER BY MIN(claim_party.position), party.id COLLATE BINARY
    ) AS ordered) AS operator,                          -- slugs of the operators that are to employ, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party.name AS entry
        FROM claim_party JOIN party ON party.id = claim_party.party_id
        WHERE claim_party.claim_id = job_pledge.id AND party.kind = 'operator' AND claim_party.role = 'employer'
        GROUP BY party.id, party.name ORDER BY MIN(claim_party.position), party.id COLLATE BINARY
    ) AS ordered) AS operator_name,                     -- names of the operators that are to employ, joined by '; '
    job_pledge.unnamed_operators AS unnamed_operators,  -- number of operators in it that no source names
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party.id AS entry
        FROM claim_party JOIN party ON party.id = claim_party.party_id
        WHERE claim_party.claim_id = job_pledge.id AND party.kind = 'institution'
        GROUP BY party.id ORDER BY MIN(claim_party.position), party.id COLLATE BINARY
    ) AS ordered) AS institution,                       -- slugs of the institutions in it, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party.name AS entry
        FROM claim_party JOIN party ON party.id = claim_party.party_id
        WHERE claim_party.claim_id = job_pledge.id AND party.kind = 'institution'
        GROUP BY party.id, party.name ORDER BY MIN(claim_party.position), party.id COLLATE BINARY
    ) AS ordered) AS institution_name,                  -- names of the institutions in it, joined by '; '
    job_pledge.country_id        AS country,            -- country, ISO 3166-1 alpha-2
    country.name_en              AS country_name,       -- name of the country in English
    job_pledge.place_id          AS place,              -- slug of the closest place known
    place.name                   AS place_name,         -- name of that place
    job_pledge.site_id           AS site,               -- slug of the site concerned
    job_pledge.announced         AS announced,          -- when it was made (EDTF)
    job_pledge.announced_from    AS announced_from,     -- first day of announced; empty: open or unknown
    job_pledge.announced_to      AS announced_to,       -- last day of announced; empty: open or unknown
    job_pledge.announced_basis   AS announced_basis,    -- how announced is known: stated, relative or inferred
    job_pledge.announced_note    AS announced_note,     -- how announced was reckoned or inferred
    job_pledge.due               AS due,                -- by when it is to be kept (EDTF)
    job_pledge.due_from          AS due_from,           -- first day of due; empty: open or unknown
    job_pledge.due_to            AS due_to,             -- last day of due; empty: open or unknown
    job_pledge.due_basis         AS due_basis,          -- how due is known: stated, relative or inferred
    job_pledge.due_note          AS due_note,           -- how due was reckoned or inferred
    (SELECT group_concat(entry, '; ') FROM (
        SELECT claim_link.other_id AS entry
        FROM claim_link
        WHERE claim_link.claim_id = job_pledge.id AND claim_link.kind = 'part_of'
        ORDER BY claim_link.other_id COLLATE BINARY
    ) AS ordered) AS part_of,                           -- slugs of the pledges it is a part of, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT claim_link.other_id AS entry
        FROM claim_link
        WHERE claim_link.claim_id = job_pledge.id AND claim_link.kind = 'revises'
        ORDER BY claim_link.other_id COLLATE BINARY
    ) AS ordered) AS revises,                           -- slugs of the pledges it replaces, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT v_links.other AS entry
        FROM v_links
        WHERE v_links.claim = job_pledge.id AND v_links.kind = 'conflicts_with'
        ORDER BY v_links.other COLLATE BINARY
    ) AS ordered) AS conflicts_with,                    -- slugs of the claims in conflict with it, joined by '; '
    claim.preferred_because      AS preferred_because,  -- why this one is preferred, where claims conflict
    (
        SELECT verdict.outcome
        FROM verdict
        WHERE verdict.pledge_id = job_pledge.id
        ORDER BY
            COALESCE(verdict.as_of_to, verdict.as_of_from) DESC NULLS LAST,
            verdict.as_of_from DESC NULLS LAST,
            verdict.id COLLATE BINARY
        LIMIT 1
    ) AS outcome,                                       -- the latest sourced verdict; empty where there is none
    claim.said_by_id             AS said_by,            -- slug of whom the source quotes for it
    speaker.name                 AS said_by_name,       -- name of the one whom the source quotes
    job_pledge.event_id          AS event,              -- slug of the event that it belongs to
    claim.summary                AS summary,            -- the pledge in a line
    (
        SELECT COUNT(DISTINCT citation.source_id)
        FROM citation
        WHERE citation.claim_id = job_pledge.id AND citation.stance = 'supports'
    ) AS sources,                                       -- number of sources that support it
    claim.note                   AS note                -- the curator's remarks, doubts and reasoning
FROM job_pledge
JOIN claim ON claim.id = job_pledge.id
JOIN country ON country.id = job_pledge.country_id
LEFT JOIN place ON place.id = job_pledge.place_id
LEFT JOIN party AS speaker ON speaker.id = claim.said_by_id;
CREATE VIEW v_reports AS
SELECT
    job_report.id           AS id,                 -- slug of the report
    job_report.kind         AS kind,               -- whether the jobs are held, created or lost
    CASE job_report.bound
        WHEN 'exact' THEN CAST(job_report.low AS text)
        WHEN 'about' THEN 'about ' || job_report.low
        WHEN 'at_least' THEN 'at least ' || job_report.low
        WHEN 'at_most' THEN 'at most ' || job_report.high
        WHEN 'range' THEN job_report.low || ' to ' || job_report.high
    END AS figure,                                 -- the figure as people write it, as in about 400
    job_report.measure      AS measure,            -- what is counted: jobs, headcount, seats, hires, trainees
    job_report.reading      AS reading,            -- on top of what is there, or in all
    job_report.low          AS low,                -- lower end of the figure; empty for at_most
    job_report.high         AS high,               -- upper end of the figure; empty for at_least
    job_report.bound        AS bound,              -- exact, about, at_least, at_most or range
    job_report.basis        AS basis,              -- operator, government, federation or analyst
    job_report.directness   AS directness,         -- direct, indirect, both or unstated
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party.id AS entry
        FROM claim_party JOIN party ON party.id = claim_party.party_id
        WHERE claim_party.claim_id = job_report.id AND party.kind = 'operator' AND claim_party.role = 'employer'
        GROUP BY party.id ORDER BY MIN(claim_party.position), party.id COLLATE BINARY
    ) AS ordered) AS operator,                     -- slugs of the operators that employ, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party.name AS entry
        FROM claim_party JOIN party ON party.id = claim_party.party_id
        WHERE claim_party.claim_id = job_report.id AND party.kind = 'operator' AND claim_party.role = 'employer'
        GROUP BY party.id, party.name ORDER BY MIN(claim_party.position), party.id COLLATE BINARY
    ) AS ordered) AS operator_name,                -- names of the operators that employ, joined by '; '
    job_report.country_id   AS country,            -- country, ISO 3166-1 alpha-2
    country.name_en         AS country_name,       -- name of the country in English
    job_report.place_id     AS place,              -- slug of the closest place known
    place.name              AS place_name,         -- name of that place
    job_report.site_id      AS site,               -- slug of the site concerned
    job_report.as_of        AS as_of,              -- on which date or during which time it held (EDTF)
    job_report.as_of_from   AS as_of_from,         -- first day of as_of; empty: open or unknown
    job_report.as_of_to     AS as_of_to,           -- last day of as_of; empty: open or unknown
    job_report.as_of_basis  AS as_of_basis,        -- how as_of is known: stated, relative or inferred
    job_report.as_of_note   AS as_of_note,         -- how as_of was reckoned or inferred
    claim.said_by_id        AS said_by,            -- slug of whom the source quotes for it
    speaker.name            AS said_by_name,       -- name of the one whom the source quotes
    (SELECT group_concat(entry, '; ') FROM (
        SELECT v_links.other AS entry
        FROM v_links
        WHERE v_links.claim = job_report.id AND v_links.kind = 'conflicts_with'
        ORDER BY v_links.other COLLATE BINARY
    ) AS ordered) AS conflicts_with,               -- slugs of the claims in conflict with it, joined by '; '
    claim.preferred_because AS preferred_because,  -- why this one is preferred, where claims conflict
    claim.summary           AS summary,            -- the report in a line
    (
        SELECT COUNT(DISTINCT citation.source_id)
        FROM citation
        WHERE citation.claim_id = job_report.id AND citation.stance = 'supports'
    ) AS sources,                                  -- number of sources that support it
    claim.note              AS note                -- the curator's remarks, doubts and reasoning
FROM job_report
JOIN claim ON claim.id = job_report.id
JOIN country ON country.id = job_report.country_id
LEFT JOIN place ON place.id = job_report.place_id
LEFT JOIN party AS speaker ON speaker.id = claim.said_by_id;
CREATE VIEW v_statements AS
SELECT
    statement.id            AS id,                 -- slug of the statement
    statement.topic         AS topic,              -- subject
    claim.summary           AS summary,            -- the fact, in our own words
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party.id AS entry
        FROM claim_party JOIN party ON party.id = claim_party.party_id
        WHERE claim_party.claim_id = statement.id AND party.kind = 'operator'
        GROUP BY party.id ORDER BY MIN(claim_party.position), party.id COLLATE BINARY
    ) AS ordered) AS operator,                     -- slugs of the operators in it, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party.name AS entry
        FROM claim_party JOIN party ON party.id = claim_party.party_id
        WHERE claim_party.claim_id = statement.id AND party.kind = 'operator'
        GROUP BY party.id, party.name ORDER BY MIN(claim_party.position), party.id COLLATE BINARY
    ) AS ordered) AS operator_name,                -- names of the operators in it, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party.id AS entry
        FROM claim_party JOIN party ON party.id = claim_party.party_id
        WHERE claim_party.claim_id = statement.id AND party.kind = 'institution'
        GROUP BY party.id ORDER BY MIN(claim_party.position), party.id COLLATE BINARY
    ) AS ordered) AS institution,                  -- slugs of the institutions in it, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party.name AS entry
        FROM claim_party JOIN party ON party.id = claim_party.party_id
        WHERE claim_party.claim_id = statement.id AND party.kind = 'institution'
        GROUP BY party.id, party.name ORDER BY MIN(claim_party.position), party.id COLLATE BINARY
    ) AS ordered) AS institution_name,             -- names of the institutions in it, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party.id AS entry
        FROM claim_party JOIN party ON party.id = claim_party.party_id
        WHERE claim_party.claim_id = statement.id AND party.kind = 'official'
        GROUP BY party.id ORDER BY MIN(claim_party.position), party.id COLLATE BINARY
    ) AS ordered) AS official,                     -- slugs of the officials in it, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party.name AS entry
        FROM claim_party JOIN party ON party.id = claim_party.party_id
        WHERE claim_party.claim_id = statement.id AND party.kind = 'official'
        GROUP BY party.id, party.name ORDER BY MIN(claim_party.position), party.id COLLATE BINARY
    ) AS ordered) AS official_name,                -- names of the officials in it, joined by '; '
    claim.said_by_id        AS said_by,            -- slug of whom the source quotes for it
    speaker.name            AS said_by_name,       -- name of the one whom the source quotes
    statement.country_id    AS country,            -- country, ISO 3166-1 alpha-2
    country.name_en         AS country_name,       -- name of the country in English
    statement.place_id      AS place,              -- slug of the closest place known
    place.name              AS place_name,         -- name of that place
    (SELECT group_concat(entry, '; ') FROM (
        SELECT v_links.other AS entry
        FROM v_links
        WHERE v_links.claim = statement.id AND v_links.kind = 'conflicts_with'
        ORDER BY v_links.other COLLATE BINARY
    ) AS ordered) AS conflicts_with,               -- slugs of the claims in conflict with it, joined by '; '
    claim.preferred_because AS preferred_because,  -- why this one is preferred, where claims conflict
    (
        SELECT COUNT(DISTINCT citation.source_id)
        FROM citation
        WHERE citation.claim_id = statement.id AND citation.stance = 'supports'
    ) AS sources,                                  -- number of sources that support it
    claim.note              AS note                -- the curator's remarks, doubts and reasoning
FROM statement
JOIN claim ON claim.id = statement.id
LEFT JOIN country ON country.id = statement.country_id
LEFT JOIN place ON place.id = statement.place_id
LEFT JOIN party AS speaker ON speaker.id = claim.said_by_id;
CREATE VIEW v_statistics AS
SELECT
    statistic.id            AS id,                 -- slug of the statistic
    statistic.measure       AS measure,            -- what is counted, in which unit: see v_codes
    CASE statistic.bound
        WHEN 'exact' THEN written.low
        WHEN 'about' THEN 'about ' || written.low
        WHEN 'at_least' THEN 'at least ' || written.low
        WHEN 'at_most' THEN 'at most ' || written.high
        WHEN 'range' THEN written.low || ' to ' || written.high
    END AS figure,                                 -- the figure as people write it, as in about 4.28
    statistic.low           AS low,                -- lower end; empty for at_most
    statistic.high          AS high,               -- upper end; empty for at_least
    statistic.bound         AS bound,              -- exact, about, at_least, at_most or range
    statistic.period        AS period,             -- for a rate: the time that it refers to
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party.id AS entry
        FROM claim_party JOIN party ON party.id = claim_party.party_id
        WHERE claim_party.claim_id = statistic.id AND party.kind = 'operator'
        GROUP BY party.id ORDER BY MIN(claim_party.position), party.id COLLATE BINARY
    ) AS ordered) AS operator,                     -- slugs of the operators in it, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party.name AS entry
        FROM claim_party JOIN party ON party.id = claim_party.party_id
        WHERE claim_party.claim_id = statistic.id AND party.kind = 'operator'
        GROUP BY party.id, party.name ORDER BY MIN(claim_party.position), party.id COLLATE BINARY
    ) AS ordered) AS operator_name,                -- names of the operators in it, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party.id AS entry
        FROM claim_party JOIN party ON party.id = claim_party.party_id
        WHERE claim_party.claim_id = statistic.id AND party.kind = 'institution'
        GROUP BY party.id ORDER BY MIN(claim_party.position), party.id COLLATE BINARY
    ) AS ordered) AS institution,                  -- slugs of the institutions in it, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party.name AS entry
        FROM claim_party JOIN party ON party.id = claim_party.party_id
        WHERE claim_party.claim_id = statistic.id AND party.kind = 'institution'
        GROUP BY party.id, party.name ORDER BY MIN(claim_party.position), party.id COLLATE BINARY
    ) AS ordered) AS institution_name,             -- names of the institutions in it, joined by '; '
    statistic.country_id    AS country,            -- country, ISO 3166-1 alpha-2
    country.name_en         AS country_name,       -- name of the country in English
    statistic.place_id      AS place,              -- slug of the closest place known
    place.name              AS place_name,         -- name of that place
    statistic.site_id       AS site,               -- slug of the site concerned
    statistic.event_id      AS event,              -- slug of the event that it belongs to
    statistic.as_of         AS as_of,              -- on which date or during which time it held (EDTF)
    statistic.as_of_from    AS as_of_from,         -- first day of as_of; empty: open or unknown
    statistic.as_of_to      AS as_of_to,           -- last day of as_of; empty: open or unknown
    statistic.as_of_basis   AS as_of_basis,        -- how as_of is known: stated, relative or inferred
    statistic.as_of_note    AS as_of_note,         -- how as_of was reckoned or inferred
    claim.said_by_id        AS said_by,            -- slug of whom the source quotes for it
    speaker.name            AS said_by_name,       -- name of the one whom the source quotes
    (SELECT group_concat(entry, '; ') FROM (
        SELECT v_links.other AS entry
        FROM v_links
        WHERE v_links.claim = statistic.id AND v_links.kind = 'conflicts_with'
        ORDER BY v_links.other COLLATE BINARY
    ) AS ordered) AS conflicts_with,               -- slugs of the claims in conflict with it, joined by '; '
    claim.preferred_because AS preferred_because,  -- why this one is preferred, where claims conflict
    claim.summary           AS summary,            -- the statistic in a line
    (
        SELECT COUNT(DISTINCT citation.source_id)
        FROM citation
        WHERE citation.claim_id = statistic.id AND citation.stance = 'supports'
    ) AS sources,                                  -- number of sources that support it
    claim.note              AS note                -- the curator's remarks, doubts and reasoning
FROM statistic
JOIN claim ON claim.id = statistic.id
-- A whole number is stored as 10.0 too: without the cast SQLite would write it so.
JOIN (
    SELECT
        statistic.id AS id,
        CASE
            WHEN statistic.low = CAST(statistic.low AS bigint) THEN CAST(CAST(statistic.low AS bigint) AS text)
            ELSE CAST(statistic.low AS text)
        END AS low,
        CASE
            WHEN statistic.high = CAST(statistic.high AS bigint) THEN CAST(CAST(statistic.high AS bigint) AS text)
            ELSE CAST(statistic.high AS text)
        END AS high
    FROM statistic
) AS written ON written.id = statistic.id
LEFT JOIN country ON country.id = statistic.country_id
LEFT JOIN place ON place.id = statistic.place_id
LEFT JOIN party AS speaker ON speaker.id = claim.said_by_id;
CREATE VIEW v_places AS
SELECT
    place.id                   AS id,            -- slug of the place
    place.name                 AS name,          -- name in use there, in Latin letters
    place.kind                 AS kind,          -- kind of place
    place.country_id           AS country,       -- country, ISO 3166-1 alpha-2
    country.name_en            AS country_name,  -- name of the country in English
    place.parent_id            AS parent,        -- slug of the next larger place that it lies in
    parent.name                AS parent_name,   -- name of that larger place
    place.latitude             AS latitude,      -- degrees north, WGS 84 (GeoNames)
    place.longitude            AS longitude,     -- degrees east, WGS 84 (GeoNames)
    place.geonames_id          AS geonames_id,   -- identifier at geonames.org
    (SELECT group_concat(entry, '; ') FROM (
        SELECT place_name.name AS entry
        FROM place_name
        WHERE place_name.place_id = place.id AND place_name.name <> place.name
        ORDER BY place_name.name COLLATE BINARY
    ) AS ordered) AS other_names,                -- variants, former and other names, joined by '; '
    COALESCE(housed.sites, 0)  AS sites,         -- number of sites there or in a place within it
    COALESCE(cited.sources, 0) AS sources,       -- number of sources with claims about it or a place within it
    place.note                 AS note           -- the curator's remarks, doubts and reasoning
FROM place
JOIN country ON country.id = place.country_id
LEFT JOIN place AS parent ON parent.id = place.parent_id
LEFT JOIN (
    SELECT v_place_within.within AS place, COUNT(*) AS sites
    FROM site JOIN v_place_within ON v_place_within.place = site.place_id
    GROUP BY v_place_within.within
) AS housed ON housed.place = place.id
LEFT JOIN (
    -- Joined in two steps: in one, SQLite pairs every place with every citation first (20 s with 13,000 claims).
    SELECT v_place_within.within AS place, COUNT(DISTINCT told.source) AS sources
    FROM (
        SELECT DISTINCT v_claim_places.place AS place, citation.source_id AS source
        FROM v_claim_places JOIN citation ON citation.claim_id = v_claim_places.claim
        WHERE citation.stance = 'supports' AND v_claim_places.place IS NOT NULL
    ) AS told
    JOIN v_place_within ON v_place_within.place = told.place
    GROUP BY v_place_within.within
) AS cited ON cited.place = place.id;
CREATE VIEW v_timeline AS
SELECT
    v_events.id            AS id,             -- slug of the claim, for some rows followed by a word
    v_events.date          AS date,           -- when (EDTF)
    v_events.date_from     AS date_from,      -- first day of date; empty: open or unknown
    v_events.date_to       AS date_to,        -- last day of date; empty: open or unknown
    v_events.date_basis    AS date_basis,     -- how date is known: stated, relative or inferred
    v_events.status        AS status,         -- planned, happened, cancelled, promised, due or reported
    v_events.kind          AS kind,           -- kind of event, or one of those named above
    v_events.summary       AS what,           -- the claim in a line
    v_events.id            AS claim,          -- slug of the claim
    v_events.operator      AS operator,       -- slugs of the operators, joined by '; '
    v_events.operator_name AS operator_name,  -- names of the operators, joined by '; '
    v_events.country       AS country,        -- countries, ISO 3166-1 alpha-2, joined by '; '
    v_events.country_name  AS country_name,   -- names of the countries in English, joined by '; '
    v_events.place         AS place,          -- slugs of the places, joined by '; '
    v_events.place_name    AS place_name,     -- names of the places, joined by '; '
    v_events.sources       AS sources         -- number of sources that support it
FROM v_events
UNION ALL
SELECT
    v_pledges.id,
    v_pledges.announced, v_pledges.announced_from, v_pledges.announced_to, v_pledges.announced_basis,
    'promised',
    'pledge',
    v_pledges.summary,
    v_pledges.id,
    v_pledges.operator,
    v_pledges.operator_name,
    v_pledges.country, v_pledges.country_name, v_pledges.place, v_pledges.place_name,
    v_pledges.sources
FROM v_pledges
WHERE v_pledges.announced IS NOT NULL
UNION ALL
SELECT
    v_pledges.id || ' due',
    v_pledges.due, v_pledges.due_from, v_pledges.due_to, v_pledges.due_basis,
    'due',
    'pledge_due',
    v_pledges.summary,
    v_pledges.id,
    v_pledges.operator,
    v_pledges.operator_name,
    v_pledges.country, v_pledges.country_name, v_pledges.place, v_pledges.place_name,
    v_pledges.sources
FROM v_pledges
WHERE v_pledges.due IS NOT NULL
UNION ALL
SELECT
    v_reports.id,
    v_reports.as_of, v_reports.as_of_from, v_reports.as_of_to, v_reports.as_of_basis,
    'reported',
    'report',
    v_reports.summary,
    v_reports.id,
    v_reports.operator,
    v_reports.operator_name,
    v_reports.country, v_reports.country_name, v_reports.place, v_reports.place_name,
    v_reports.sources
FROM v_reports
WHERE v_reports.as_of IS NOT NULL
UNION ALL
SELECT
    v_investments.id,
    v_investments.date, v_investments.date_from, v_investments.date_to, v_investments.date_basis,
    v_investments.status,
    'investment',
    v_investments.summary,
    v_investments.id,
    v_investments.operator,
    v_investments.operator_name,
    v_investments.country, v_investments.country_name, v_investments.place, v_investments.place_name,
    v_investments.sources
FROM v_investments
WHERE v_investments.date IS NOT NULL
UNION ALL
SELECT
    v_successions.id,
    v_successions.date, v_successions.date_from, v_successions.date_to, v_successions.date_basis,
    CASE v_successions.status WHEN 'announced' THEN 'planned' WHEN 'completed' THEN 'happened' ELSE 'cancelled' END,
    'succession',
    v_successions.summary,
    v_successions.id,
    v_successions.predecessor || '; ' || v_successions.successor,
    v_successions.predecessor_name || '; ' || v_successions.successor_name,
    NULL, NULL, NULL, NULL,
    v_successions.sources
FROM v_successions
WHERE v_successions.date IS NOT NULL
UNION ALL
SELECT
    v_sites.id || ' opened',
    v_sites.opened, v_sites.opened_from, v_sites.opened_to, v_sites.opened_basis,
    CASE v_sites.status WHEN 'planned' THEN 'planned' ELSE 'happened' END,
    'site_opening',
    v_sites.summary,
    v_sites.id,
    v_sites.operator,
    v_sites.operator_name,
    v_sites.country, v_sites.country_name, v_sites.place, v_sites.place_name,
    v_sites.sources
FROM v_sites
WHERE v_sites.opened IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM event WHERE event.site_id = v_sites.id AND event.kind = 'opening')
UNION ALL
SELECT
    v_sites.id || ' closed',
    v_sites.closed, v_sites.closed_from, v_sites.closed_to, v_sites.closed_basis,
    CASE v_sites.status WHEN 'closed' THEN 'happened' ELSE 'planned' END,
    'site_closing',
    v_sites.summary,
    v_sites.id,
    v_sites.operator,
    v_sites.operator_name,
    v_sites.country, v_sites.country_name, v_sites.place, v_sites.place_name,
    v_sites.sources
FROM v_sites
WHERE v_sites.closed IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM event WHERE event.site_id = v_sites.id AND event.kind = 'closure');
COMMIT;
