// A start of Spring costs what all of the plain build has for a project; CONTRIBUTING.md tells of the setting.
all == 'true'
